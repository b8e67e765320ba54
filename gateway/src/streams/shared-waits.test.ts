import { expect, test } from "vitest";
import { SharedWaits } from "./shared-waits.js";

test("equal waits are one, and who comes after it has ended begins anew", async () => {
  const waits = new SharedWaits<number>();
  let begun = 0;
  const begin = () => Promise.resolve(++begun);
  const [one, same, other] = [waits.join("a", begin), waits.join("a", begin), waits.join("b", begin)];
  expect(await Promise.all([one.answer, same.answer, other.answer])).toEqual([1, 1, 2]);
  expect(await waits.join("a", begin).answer).toBe(3);
});

test("a wait goes on while one reader is left, and is given up with the last", async () => {
  const waits = new SharedWaits<number>();
  let abandoned = false;
  const begin = (signal: AbortSignal) =>
    new Promise<number>(() => signal.addEventListener("abort", () => (abandoned = true)));
  const [first, last] = [waits.join("a", begin), waits.join("a", begin)];
  first.leave();
  expect([await first.answer, abandoned]).toEqual([null, false]);
  last.leave();
  expect([await last.answer, abandoned]).toEqual([null, true]);
});

test("all are told of a failure", async () => {
  const waits = new SharedWaits<number>();
  const begin = () => Promise.reject(new Error("refused"));
  const answers = [waits.join("a", begin), waits.join("a", begin)].map(({ answer }) => answer);
  for (const answer of answers) await expect(answer).rejects.toThrow("refused");
});

test("others have their turn before thousands are told", async () => {
  const waits = new SharedWaits<number>();
  const { promise, resolve } = Promise.withResolvers<number>();
  let told = 0;
  const joined = Array.from({ length: 2_000 }, () => waits.join("a", () => promise).answer.then(() => told++));
  resolve(1);
  await new Promise((turn) => setImmediate(turn));
  expect(told).toBeGreaterThan(0);
  expect(told).toBeLessThan(joined.length);
  await Promise.all(joined);
});

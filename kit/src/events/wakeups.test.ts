import { expect, test } from "vitest";
import { Wakeups } from "./wakeups.js";

const never = new AbortController().signal;

test("a hint wakes the account's readers and nobody else's", async () => {
  const wakeups = new Wakeups();
  const woken: string[] = [];
  const stop = new AbortController();
  const waits = ["a", "b"].map((account) =>
    wakeups.wait(account, 0, 60_000, stop.signal).then(() => woken.push(account)),
  );
  wakeups.notify("a");
  await waits[0];
  expect(woken).toEqual(["a"]);
  stop.abort();
  await waits[1];
});

test("a hint between noting the version and waiting is not lost", async () => {
  const wakeups = new Wakeups();
  const unwatch = wakeups.watch("a");
  const seen = wakeups.version("a");
  wakeups.notify("a");
  await wakeups.wait("a", seen, 60_000, never);
  expect(wakeups.version("a")).toBe(seen + 1);
  unwatch();
});

test("nothing is kept for accounts that nobody waits for", async () => {
  const wakeups = new Wakeups();
  const wait = wakeups.wait("a", 0, 60_000, never);
  wakeups.notifyAll();
  await wait;
  wakeups.notify("b");
  expect([wakeups.version("a"), wakeups.version("b")]).toEqual([0, 0]);
});

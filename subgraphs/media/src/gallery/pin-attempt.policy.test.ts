import { expect, test } from "vitest";
import { after, minuteMs, secondMs } from "@studio/kit/clock.js";
import { retryAt, type Tries } from "./pin-attempt.policy.js";

const now = new Date("2026-05-01T12:00:00Z");
const ago = (ms: number) => after(now, -ms);
const tries = (attempts: number, sinceMs: number, lastMs = 0): Tries => ({
  attempts,
  since: ago(sinceMs),
  lastAt: ago(lastMs),
});

test("an address tries five times in a quarter of an hour, and again once that is over", () => {
  expect(retryAt(null, null, now)).toBeNull();
  expect(retryAt(tries(4, minuteMs), null, now)).toBeNull();
  expect(retryAt(tries(5, minuteMs), null, now)).toEqual(after(now, 14 * minuteMs));
  expect(retryAt(tries(5, 15 * minuteMs), null, now)).toBeNull();
});

test("however many try from elsewhere, an address that has not is never refused; one that has waits", () => {
  const flood = tries(1e6, minuteMs);
  expect(retryAt(null, flood, now)).toBeNull();
  expect(retryAt(tries(1, minuteMs, 29 * secondMs), flood, now)).toEqual(after(now, secondMs));
  expect(retryAt(tries(1, minuteMs, 30 * secondMs), flood, now)).toBeNull();
  expect(retryAt(tries(1, minuteMs, secondMs), tries(19, minuteMs), now)).toBeNull();
});

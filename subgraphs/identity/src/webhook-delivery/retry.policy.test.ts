import { expect, test } from "vitest";
import { after, dayMs } from "@studio/kit/clock.js";
import { isGivenUp, judgeAttempt } from "./retry.policy.js";

const now = new Date("2026-11-22T12:00:00Z");
const SECONDS = [5, 300, 1800, 7200, 18_000, 36_000, 50_400, 72_000, 86_400];
const failure = { status: 500, retryAfter: null };

/** After how many seconds it is tried again; null if it is not. */
function pauseOf(outcome: Parameters<typeof judgeAttempt>[0], attempt: number, jitter = 0): number | null {
  const verdict = judgeAttempt(outcome, attempt, now, jitter);
  return verdict.kind === "retry" ? (verdict.at.getTime() - now.getTime()) / 1000 : null;
}

test.each(SECONDS.map((seconds, index) => [index + 1, seconds]))(
  "after failure %i it waits %i s",
  (attempt, seconds) => {
    expect(pauseOf(failure, attempt)).toBe(seconds);
    expect(pauseOf(failure, attempt, 1)).toBeCloseTo(seconds * 1.1);
  },
);

test("the tenth failure is the last", () => {
  expect(judgeAttempt(failure, 10, now, 0)).toEqual({ kind: "failed" });
});

test.each([
  [200, "delivered"],
  [204, "delivered"],
  [299, "delivered"],
  [301, "retry"],
  [400, "retry"],
  [404, "retry"],
  [410, "retry"],
  [429, "retry"],
  [503, "retry"],
  [null, "retry"],
])("an answer of %s is %s", (status, kind) => {
  expect(judgeAttempt({ status, retryAfter: null }, 1, now, 0).kind).toBe(kind);
});

test.each([
  ["120", 120],
  ["1", 5],
  ["Sun, 22 Nov 2026 12:10:00 GMT", 600],
  ["Sun, 22 Nov 2026 11:00:00 GMT", 5],
  ["99999999", 86_400],
  ["soon", 5],
])("Retry-After: %s makes the first pause %i s", (retryAfter, seconds) => {
  expect(pauseOf({ status: 503, retryAfter }, 1)).toBe(seconds);
});

test("an endpoint is given up after five days of failures, not before", () => {
  expect(isGivenUp(null, now)).toBe(false);
  expect(isGivenUp(after(now, -5 * dayMs + 1), now)).toBe(false);
  expect(isGivenUp(after(now, -5 * dayMs), now)).toBe(true);
});

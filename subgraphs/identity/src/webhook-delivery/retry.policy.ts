import { after, dayMs, hourMs, minuteMs, secondMs } from "@studio/kit/clock.js";

/** When an event is tried after it happened, and after each failure (Standard Webhooks, operational considerations). */
const PAUSES_MS = [
  0,
  5 * secondMs,
  5 * minuteMs,
  30 * minuteMs,
  2 * hourMs,
  5 * hourMs,
  10 * hourMs,
  14 * hourMs,
  20 * hourMs,
  24 * hourMs,
];

const LONGEST_RETRY_AFTER_MS = 24 * hourMs;

/** An endpoint that has failed for so long without one success is disabled. */
export const FAILING_LIMIT_MS = 5 * dayMs;

/** What came of one try. `status` is null where nothing was answered. */
export interface AttemptOutcome {
  status: number | null;
  /** The value of `Retry-After` (RFC 9110 § 10.2.3), if there was one. */
  retryAfter: string | null;
}

/** What happens to a delivery after a try. */
export type Verdict = { kind: "delivered" } | { kind: "retry"; at: Date } | { kind: "failed" };

/**
 * Judges a try. Only 2xx is a success: a redirect is not followed and counts as a failure.
 * @param attempt its number, from 1
 * @param jitter from 0 to 1: pauses vary by up to a tenth, so that what failed together does not return together
 */
export function judgeAttempt(outcome: AttemptOutcome, attempt: number, now: Date, jitter: number): Verdict {
  if (isSuccess(outcome)) return { kind: "delivered" };
  const pause = PAUSES_MS[attempt];
  if (pause === undefined) return { kind: "failed" };
  const asked = retryAfterMs(outcome.retryAfter, now);
  return { kind: "retry", at: after(now, Math.max(pause * (1 + jitter / 10), asked)) };
}

/** Whether a receiver took what it was sent. */
export function isSuccess({ status }: AttemptOutcome): boolean {
  return status !== null && status >= 200 && status < 300;
}

/** Whether an endpoint that has been failing since then is given up. */
export function isGivenUp(failingSince: Date | null, now: Date): boolean {
  return failingSince !== null && now.getTime() - failingSince.getTime() >= FAILING_LIMIT_MS;
}

function retryAfterMs(value: string | null, now: Date): number {
  if (value === null) return 0;
  const ms = /^\d+$/.test(value) ? Number(value) * secondMs : Date.parse(value) - now.getTime();
  return Number.isFinite(ms) ? Math.min(Math.max(ms, 0), LONGEST_RETRY_AFTER_MS) : 0;
}

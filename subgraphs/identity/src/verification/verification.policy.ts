import { minuteMs } from "@studio/kit/clock.js";
import type { ContactStatus } from "../contact/contact-status.js";

/** How long a code lives. */
export const CODE_LIFETIME_MS = 10 * minuteMs;

/** How many wrong codes end a verification. */
export const MAX_ATTEMPTS = 5;

/** How many codes one person may ask for in an hour: with their tries, 100 guesses at a million codes. */
export const MAX_CODES_PER_HOUR = 20;

/** Whether a contact of this status may prove their email: one who was set aside or erased may not. */
export function maySignIn(status: ContactStatus): boolean {
  return status === "invited" || status === "unverified" || status === "verified";
}

/** What is known of a verification when a code is shown. */
export interface VerificationFacts {
  attempts: number;
  expiresAt: Date;
  usedAt: Date | null;
}

export type CodeVerdict =
  | { kind: "accepted"; isTry: false }
  | { kind: "rejected"; remaining: number; isTry: boolean }
  | { kind: "expired"; isTry: false }
  | { kind: "locked"; isTry: boolean };

/**
 * Judges a code. Without a pending verification, and after its time, a wrong code gets the same answer as for a
 * person nobody knows: only who holds the right code learns that there was one.
 */
export function judgeCode(pending: VerificationFacts | null, isRight: boolean, now: Date): CodeVerdict {
  const unknown: CodeVerdict = { kind: "rejected", remaining: 0, isTry: false };
  if (!pending || pending.usedAt !== null) return unknown;
  const isLocked = pending.attempts >= MAX_ATTEMPTS;
  if (pending.expiresAt <= now) return isRight && !isLocked ? { kind: "expired", isTry: false } : unknown;
  if (isLocked) return { kind: "locked", isTry: false };
  if (isRight) return { kind: "accepted", isTry: false };
  const remaining = MAX_ATTEMPTS - pending.attempts - 1;
  return remaining > 0 ? { kind: "rejected", remaining, isTry: true } : { kind: "locked", isTry: true };
}

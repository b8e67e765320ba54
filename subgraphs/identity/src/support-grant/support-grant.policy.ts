import { after, dayMs, hourMs } from "@studio/kit/clock.js";

/** A request that nobody answers lapses after this time. */
export const REQUEST_LIFETIME_MS = 7 * dayMs;

/** For how long an owner lets staff in at first. */
export const GRANT_LIFETIME_MS = 8 * hourMs;

/** By how much an owner extends it, each time. */
export const EXTENSION_MS = 24 * hourMs;

/** What staff may be let to see: contacts as the access matrix says, and pictures beyond that. */
const SUPPORT_SCOPES = ["contacts:read", "photos:read"] as const;

export type SupportScope = (typeof SUPPORT_SCOPES)[number];

export type SupportGrantState = "requested" | "granted" | "denied" | "revoked" | "expired";

/** What a grant's state follows from. */
export interface GrantFacts {
  createdAt: Date;
  deniedAt: Date | null;
  /** Null until an owner grants it. */
  expiresAt: Date | null;
  revokedAt: Date | null;
}

/** Where a grant is in its life at `now`. An unanswered request expires like a grant does. */
export function grantState({ createdAt, deniedAt, expiresAt, revokedAt }: GrantFacts, now: Date): SupportGrantState {
  if (deniedAt !== null) return "denied";
  if (revokedAt !== null) return "revoked";
  if (expiresAt !== null) return expiresAt > now ? "granted" : "expired";
  return after(createdAt, REQUEST_LIFETIME_MS) > now ? "requested" : "expired";
}

const REASON_LENGTH = { min: 10, max: 500 };

/** Reads a reason: NFC, trimmed, 10 to 500 characters. Null if it says too little or too much. */
export function readReason(text: string): string | null {
  const reason = text.trim().normalize("NFC");
  return reason.length >= REASON_LENGTH.min && reason.length <= REASON_LENGTH.max ? reason : null;
}

/** The scopes of a request, in one order. Whoever is let in reads contacts, so that scope is always among them. */
export function scopesToAsk(given: readonly SupportScope[]): SupportScope[] {
  return SUPPORT_SCOPES.filter((scope) => scope === "contacts:read" || given.includes(scope));
}

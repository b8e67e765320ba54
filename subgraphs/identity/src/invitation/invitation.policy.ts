import { dayMs, minuteMs } from "@studio/kit/clock.js";

/** How long a link may be followed. */
export const INVITATION_LIFETIME_MS = 30 * dayMs;

/** How soon an invitation may be sent again. */
export const MIN_PAUSE_MS = minuteMs;

export const INVITATION_STATUSES = ["queued", "sent", "opened", "accepted", "expired", "revoked"] as const;

/** Where an invitation is in its life. */
export type InvitationStatus = (typeof INVITATION_STATUSES)[number];

/** The instants that decide. */
export interface InvitationInstants {
  expiresAt: Date;
  sentAt: Date | null;
  openedAt: Date | null;
  acceptedAt: Date | null;
  revokedAt: Date | null;
}

/** Where an invitation is at `now`. */
export function statusOf(invitation: InvitationInstants, now: Date): InvitationStatus {
  if (invitation.acceptedAt) return "accepted";
  if (invitation.revokedAt) return "revoked";
  if (invitation.expiresAt <= now) return "expired";
  if (invitation.openedAt) return "opened";
  return invitation.sentAt ? "sent" : "queued";
}

/** Whether its link may be followed. */
export function isOpen(status: InvitationStatus): boolean {
  return status === "queued" || status === "sent" || status === "opened";
}

/** Whether it may be sent again: also after its time, but not once it was accepted or withdrawn. */
export function mayResend(status: InvitationStatus): boolean {
  return isOpen(status) || status === "expired";
}

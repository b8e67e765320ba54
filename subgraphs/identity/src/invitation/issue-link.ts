import { after } from "@studio/kit/clock.js";
import type { IdentityServices } from "../services.js";
import { INVITATION_LIFETIME_MS } from "./invitation.policy.js";
import { newInvitationToken } from "./invitation-token.js";

/** A new link for an invitation, with a deadline of its own; nobody has been sent it or looked at it. */
export function issueLink({ keys }: Pick<IdentityServices, "keys">, accountId: string, id: string, at: Date) {
  const token = newInvitationToken(keys, { invitee: "contact", accountId, id });
  return { ...token, issuedAt: at, expiresAt: after(at, INVITATION_LIFETIME_MS), sentAt: null, openedAt: null };
}

import { parseAccountToken } from "@studio/kit/auth/account-token.js";
import { hashSecret } from "@studio/kit/crypto/secret-token.js";
import type { IdentityServices } from "../services.js";
import type { InvitationOffer } from "./invitation-offer.type.js";
import { findOffer } from "./member-invitation.repository.js";

/** What the holder of a link is offered; null once it was followed, withdrawn, sent anew, or has expired. */
export async function readOffer({ db, clock }: IdentityServices, token: string): Promise<InvitationOffer | null> {
  const parsed = parseAccountToken(token);
  if (parsed?.prefix !== "mi") return null;
  const { accountId } = parsed;
  const found = await db.inAccount(accountId, (tx) => findOffer(tx, accountId, hashSecret(token), clock.now()));
  if (!found) return null;
  const { accountName, email, role, invitation } = found;
  return { accountName, email, role, expiresAt: invitation.expiresAt };
}

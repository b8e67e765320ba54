import { readInvitationToken } from "../invitation/invitation-token.js";
import type { IdentityServices } from "../services.js";
import type { InvitationOffer } from "./invitation-offer.type.js";
import { findOffer } from "./member-invitation.repository.js";

/** The invitation behind a link; null once it was followed, withdrawn, sent anew, or has expired. */
export async function findOpenOffer({ db, clock }: IdentityServices, token: string) {
  const read = readInvitationToken("member", token);
  if (!read) return null;
  const { accountId, tokenHash } = read;
  return db.inAccount(accountId, (tx) => findOffer(tx, accountId, tokenHash, clock.now()));
}

/** What the holder of a link is offered, or null. */
export async function readOffer(services: IdentityServices, token: string): Promise<InvitationOffer | null> {
  const found = await findOpenOffer(services, token);
  if (!found) return null;
  const { accountName, email, role, invitation } = found;
  return { accountName, email, role, expiresAt: invitation.expiresAt };
}

import { newAccountToken } from "@studio/kit/auth/account-token.js";
import { open, seal } from "@studio/kit/crypto/seal.js";
import { hashSecret } from "@studio/kit/crypto/secret-token.js";
import type { IdentityKeys } from "../services.js";

/** Where a token belongs: its seal opens for no other invitation. */
interface Place {
  accountId: string;
  id: string;
}

/** The secret of an invitation's link: what is kept of it, and what only the mail job opens. */
export function newInvitationToken(keys: IdentityKeys, place: Place): { tokenHash: Buffer; tokenSealed: Buffer } {
  const token = newAccountToken("mi", place.accountId);
  return { tokenHash: hashSecret(token), tokenSealed: seal(keys.invitationSeal, token, contextOf(place)) };
}

/** @throws SealBroken if it was sealed for another invitation */
export function openInvitationToken(keys: IdentityKeys, place: Place, sealed: Uint8Array): string {
  return open(keys.invitationSeal, sealed, contextOf(place)).toString("utf8");
}

function contextOf({ accountId, id }: Place): string {
  return `member-invitation:${accountId}:${id}`;
}

import { newAccountToken, parseAccountToken } from "@studio/kit/auth/account-token.js";
import { open, seal } from "@studio/kit/crypto/seal.js";
import { hashSecret } from "@studio/kit/crypto/secret-token.js";
import type { IdentityKeys } from "../services.js";

/** Who is invited: somebody who will work for the account, or somebody whose photos are collected. */
export type Invitee = "member" | "contact";

const PREFIXES = { member: "mi", contact: "ci" } as const;

/** Where a token belongs: its seal opens for no other invitation. */
interface Place {
  invitee: Invitee;
  accountId: string;
  id: string;
}

/** The secret of an invitation's link: what is kept of it, and what only the mail job opens. */
export function newInvitationToken(keys: IdentityKeys, place: Place): { tokenHash: Buffer; tokenSealed: Buffer } {
  const token = newAccountToken(PREFIXES[place.invitee], place.accountId);
  return { tokenHash: hashSecret(token), tokenSealed: seal(keys.invitationSeal, token, contextOf(place)) };
}

/** @throws SealBroken if it was sealed for another invitation */
export function openInvitationToken(keys: IdentityKeys, place: Place, sealed: Uint8Array): string {
  return open(keys.invitationSeal, sealed, contextOf(place)).toString("utf8");
}

/** Whose account's invitation a link names, and by what it is found there; null if it is no such link. */
export function readInvitationToken(invitee: Invitee, token: string): { accountId: string; tokenHash: Buffer } | null {
  const parsed = parseAccountToken(token);
  return parsed?.prefix === PREFIXES[invitee] ? { accountId: parsed.accountId, tokenHash: hashSecret(token) } : null;
}

function contextOf({ invitee, accountId, id }: Place): string {
  return `${invitee}-invitation:${accountId}:${id}`;
}

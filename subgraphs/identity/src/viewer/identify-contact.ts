import { parseAccountToken } from "@studio/kit/auth/account-token.js";
import type { ViewerAnswer } from "@studio/kit/auth/credential.js";
import { hashSecret } from "@studio/kit/crypto/secret-token.js";
import { findSession } from "../session/session.repository.js";
import type { IdentityServices } from "../services.js";
import { closing } from "./closing.js";

const REFUSED: ViewerAnswer = { refused: "This session is over: verify your email again." };

/** The contact whose session a token opens. An archived or erased contact has none. */
export async function identifyContact({ db, clock }: IdentityServices, token: string): Promise<ViewerAnswer> {
  const parsed = parseAccountToken(token);
  if (parsed?.prefix !== "ss") return REFUSED;
  const { accountId } = parsed;
  const found = await db.inAccount(accountId, (tx) => findSession(tx, accountId, hashSecret(token)));
  if (!found || found.accountStatus === "erased" || found.contactStatus !== "verified") return REFUSED;
  const { id: sessionId, contactId, studioId, expiresAt, revokedAt } = found.session;
  if (revokedAt !== null || expiresAt <= clock.now()) return REFUSED;
  const viewer = {
    kind: "contact",
    accountId,
    contactId,
    studioId,
    sessionId,
    ...closing(found.accountStatus),
  } as const;
  return { viewer, expiresAt: expiresAt.toISOString() };
}

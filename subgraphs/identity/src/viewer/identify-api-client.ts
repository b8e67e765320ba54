import { parseAccountToken } from "@studio/kit/auth/account-token.js";
import type { ViewerAnswer } from "@studio/kit/auth/credential.js";
import { hashSecret } from "@studio/kit/crypto/secret-token.js";
import { findApiClient } from "../api-client/api-client.repository.js";
import type { IdentityServices } from "../services.js";
import { closing } from "./closing.js";

const REFUSED: ViewerAnswer = { refused: "This API key is not valid: it is unknown, expired or revoked." };

/** The program that holds an API key. */
export async function identifyApiClient({ db, clock }: IdentityServices, key: string): Promise<ViewerAnswer> {
  const parsed = parseAccountToken(key);
  if (parsed?.prefix !== "sk") return REFUSED;
  const { accountId } = parsed;
  const found = await db.inAccount(accountId, (tx) => findApiClient(tx, accountId, hashSecret(key)));
  if (!found || found.accountStatus === "erased") return REFUSED;
  const { client } = found;
  const isOver = client.revokedAt !== null || (client.expiresAt !== null && client.expiresAt <= clock.now());
  if (isOver) return REFUSED;
  const { id: clientId, kind: purpose, scopes, fieldGrants, expiresAt } = client;
  return {
    viewer: {
      kind: "api_client",
      accountId,
      clientId,
      purpose,
      scopes,
      fieldGrants,
      ...closing(found.accountStatus),
    },
    expiresAt: expiresAt?.toISOString() ?? null,
  };
}

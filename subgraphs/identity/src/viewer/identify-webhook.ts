import type { ViewerAnswer } from "@studio/kit/auth/credential.js";
import { findAccount } from "../account/account.repository.js";
import type { IdentityServices } from "../services.js";
import { findWebhookEndpoint } from "../webhook-endpoint/webhook-endpoint.repository.js";
import { NO_ENDPOINT, readWebhookToken } from "../webhook-endpoint/webhook-token.js";

const REFUSED: ViewerAnswer = { refused: "This credential is not valid." };

/** The platform, reading for one of an account's webhook endpoints: an integration with what the endpoint may read. */
export async function identifyWebhook({ db, clock, keys }: IdentityServices, token: string): Promise<ViewerAnswer> {
  const read = readWebhookToken(keys.webhookToken, token, clock.now());
  if (!read) return REFUSED;
  const { accountId, endpointId } = read;
  const [account, endpoint] = await db.inAccount(accountId, async (tx) => [
    await findAccount(tx, accountId),
    await findWebhookEndpoint(tx, accountId, endpointId),
  ]);
  const isTrial = endpointId === NO_ENDPOINT;
  if (!account || account.status === "erased" || (!isTrial && endpoint?.status !== "active")) return REFUSED;
  const scopes = ["events:read", ...(endpoint?.scopes ?? [])];
  const fieldGrants = endpoint?.fieldGrants ?? [];
  return {
    viewer: { kind: "api_client", accountId, clientId: endpointId, purpose: "integration", scopes, fieldGrants },
    expiresAt: null,
  };
}

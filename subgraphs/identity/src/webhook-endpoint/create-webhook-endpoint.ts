import { changeState } from "@studio/kit/db/change.js";
import { headOf } from "@studio/kit/events/read.js";
import { newId } from "@studio/kit/id.js";
import { accountOf, changeScope, type IdentityContext } from "../context.js";
import { setTurn } from "../webhook-delivery/webhook-turn.repository.js";
import { judgeEndpoint, readFieldIds } from "./judge-endpoint.js";
import { InvalidWebhookEndpoint, MAX_ENDPOINTS, TooManyWebhookEndpoints } from "./webhook-endpoint.errors.js";
import type { CreateWebhookEndpointInput } from "./webhook-endpoint.input.js";
import {
  countWebhookEndpoints,
  insertWebhookEndpoint,
  type WebhookEndpointRow,
} from "./webhook-endpoint.repository.js";
import { WebhookSecretPayload, type CreateWebhookEndpointResult } from "./webhook-endpoint.result.js";
import { sealNewSecret, sealNewSigningKey } from "./webhook-secrets.js";

/** How every endpoint begins. */
const NEW = {
  status: "active",
  disabledReason: null,
  failingSince: null,
  previousSecretSealed: null,
  previousSecretUntil: null,
  position: 0,
  day: "1970-01-01",
  version: 1,
} as const;

/** Creates an endpoint that is sent what happens from now on. Its secret is shown this once. */
export async function createWebhookEndpoint(
  context: IdentityContext,
  input: CreateWebhookEndpointInput,
): Promise<typeof CreateWebhookEndpointResult> {
  const accountId = accountOf(context);
  const { clock, keys } = context.services;
  const id = newId();
  const { secret, sealed } = sealNewSecret(keys.webhookSeal, accountId, id);
  const fieldGrants = await readFieldIds(context, input.fieldIds);
  if (fieldGrants instanceof InvalidWebhookEndpoint) return fieldGrants;
  const { fieldIds: _ids, eventTypes = null, payloadQuery = null, ...given } = input;
  const row: WebhookEndpointRow = {
    ...NEW,
    ...given,
    accountId,
    id,
    eventTypes,
    payloadQuery,
    fieldGrants,
    secretSealed: sealed,
    ...sealNewSigningKey(keys.webhookSeal, accountId, id),
    createdAt: clock.now(),
  };
  const problem = await judgeEndpoint(context, row);
  if (problem) return problem;
  type Result = typeof CreateWebhookEndpointResult;
  return changeState<Result>(changeScope(context, accountId), async ({ tx, audit, abandon }) => {
    if ((await countWebhookEndpoints(tx, accountId)) >= MAX_ENDPOINTS) return abandon(TooManyWebhookEndpoints.now());
    const endpoint = await insertWebhookEndpoint(tx, { ...row, ...(await headOf(tx, accountId)) });
    await setTurn(tx, { accountId, endpointId: id }, clock.now());
    audit({ action: "webhook_endpoint.created", subjectType: "WebhookEndpoint", subjectId: id });
    return WebhookSecretPayload.of(endpoint, secret);
  });
}

import { after, dayMs } from "@studio/kit/clock.js";
import type { IdentityContext } from "../context.js";
import type { IdInput } from "../id-input.js";
import { changeWebhookEndpoint } from "./change-webhook-endpoint.js";
import { updateWebhookEndpoint } from "./webhook-endpoint.repository.js";
import { WebhookSecretPayload } from "./webhook-endpoint.result.js";
import { sealNewSecret } from "./webhook-secrets.js";

/** For so long deliveries carry a signature by the previous secret as well. */
const OVERLAP_MS = dayMs;

/** Gives an endpoint a new secret. Both are valid for a day, so that the receiver changes at leisure. */
export function rotateWebhookSecret(context: IdentityContext, { id }: IdInput): Promise<WebhookSecretPayload> {
  const { clock, keys } = context.services;
  return changeWebhookEndpoint(context, id, async ({ accountId, id: endpointId, secretSealed }, { tx }, record) => {
    const { secret, sealed } = sealNewSecret(keys.webhookSeal, accountId, endpointId);
    record("secret_rotated");
    const endpoint = await updateWebhookEndpoint(tx, accountId, endpointId, {
      secretSealed: sealed,
      previousSecretSealed: secretSealed,
      previousSecretUntil: after(clock.now(), OVERLAP_MS),
    });
    return WebhookSecretPayload.of(endpoint, secret);
  });
}

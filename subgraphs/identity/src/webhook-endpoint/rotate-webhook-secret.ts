import { after, dayMs } from "@studio/kit/clock.js";
import type { IdentityContext } from "../context.js";
import type { IdInput } from "../id-input.js";
import { changeWebhookEndpoint } from "./change-webhook-endpoint.js";
import { PreviousSecretInUse } from "./webhook-endpoint.errors.js";
import { updateWebhookEndpoint } from "./webhook-endpoint.repository.js";
import { WebhookSecretPayload, type RotateWebhookSecretResult } from "./webhook-endpoint.result.js";
import { sealNewSecret } from "./webhook-secrets.js";

/** For so long deliveries carry a signature by the previous secret as well. */
const OVERLAP_MS = dayMs;

/** Gives an endpoint a new secret. Both are valid for a day, so that the receiver changes at leisure: until then, no other. */
export function rotateWebhookSecret(
  context: IdentityContext,
  { id }: IdInput,
): Promise<typeof RotateWebhookSecretResult> {
  const { clock, keys } = context.services;
  type Result = typeof RotateWebhookSecretResult;
  return changeWebhookEndpoint<Result>(context, id, async (known, { tx, abandon }, record) => {
    const { accountId, id: endpointId, secretSealed, previousSecretUntil } = known;
    const now = clock.now();
    if (previousSecretUntil && previousSecretUntil > now)
      return abandon(PreviousSecretInUse.until(previousSecretUntil));
    const { secret, sealed } = sealNewSecret(keys.webhookSeal, accountId, endpointId);
    record("secret_rotated");
    const endpoint = await updateWebhookEndpoint(tx, accountId, endpointId, {
      secretSealed: sealed,
      previousSecretSealed: secretSealed,
      previousSecretUntil: after(now, OVERLAP_MS),
    });
    return WebhookSecretPayload.of(endpoint, secret);
  });
}

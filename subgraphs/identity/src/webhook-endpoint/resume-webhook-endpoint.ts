import type { IdentityContext } from "../context.js";
import type { IdInput } from "../id-input.js";
import { hastenWaiting } from "../webhook-delivery/delivery-log.repository.js";
import { setTurn } from "../webhook-delivery/webhook-turn.repository.js";
import { changeWebhookEndpoint } from "./change-webhook-endpoint.js";
import { updateWebhookEndpoint } from "./webhook-endpoint.repository.js";
import { WebhookEndpointPayload } from "./webhook-endpoint.result.js";

/** Sends again, beginning at once with what waits: also where the platform had stopped. */
export function resumeWebhookEndpoint(context: IdentityContext, { id }: IdInput): Promise<WebhookEndpointPayload> {
  return changeWebhookEndpoint(context, id, async ({ accountId, id: endpointId }, { tx }, record) => {
    const now = context.services.clock.now();
    await hastenWaiting(tx, { accountId, endpointId }, now);
    await setTurn(tx, { accountId, endpointId }, now);
    record("resumed");
    const change = { status: "active", disabledReason: null, failingSince: null } as const;
    return WebhookEndpointPayload.of(await updateWebhookEndpoint(tx, accountId, endpointId, change));
  });
}

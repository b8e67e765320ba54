import { newId } from "@studio/kit/id.js";
import type { IdentityContext } from "../context.js";
import type { IdInput } from "../id-input.js";
import { changeWebhookEndpoint } from "../webhook-endpoint/change-webhook-endpoint.js";
import { insertDelivery } from "./delivery-log.repository.js";
import { WebhookDeliveryPayload } from "./webhook-delivery.result.js";
import { setTurn } from "./webhook-turn.repository.js";

/** Sends an endpoint an event of the type `webhook.test`, signed like any other. A paused endpoint gets it on resuming. */
export function sendTestWebhook(context: IdentityContext, { id }: IdInput): Promise<WebhookDeliveryPayload> {
  const now = context.services.clock.now();
  return changeWebhookEndpoint(context, id, async ({ accountId, id: endpointId, status }, { tx }, record) => {
    const eventId = newId();
    const delivery = await insertDelivery(tx, {
      accountId,
      id: newId(),
      endpointId,
      eventId,
      eventType: "webhook.test",
      eventIds: { webhookEndpointId: endpointId },
      thread: eventId,
      occurredAt: now,
      nextAt: now,
      createdAt: now,
    });
    if (status === "active") await setTurn(tx, { accountId, endpointId }, now);
    record("tested");
    return WebhookDeliveryPayload.of(delivery);
  });
}

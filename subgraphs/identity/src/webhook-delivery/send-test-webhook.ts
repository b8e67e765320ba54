import { newId } from "@studio/kit/id.js";
import type { IdentityContext } from "../context.js";
import type { IdInput } from "../id-input.js";
import { changeWebhookEndpoint } from "../webhook-endpoint/change-webhook-endpoint.js";
import { WebhookEndpointNotActive } from "../webhook-endpoint/webhook-endpoint.errors.js";
import { insertDelivery } from "./delivery-log.repository.js";
import { WebhookDeliveryPayload, type SendWebhookResult } from "./webhook-delivery.result.js";
import { setTurn } from "./webhook-turn.repository.js";

/** Sends an endpoint an event of the type `webhook.test`, signed like any other, if events are sent to it at all. */
export function sendTestWebhook(context: IdentityContext, { id }: IdInput): Promise<typeof SendWebhookResult> {
  const now = context.services.clock.now();
  type Result = typeof SendWebhookResult;
  return changeWebhookEndpoint<Result>(context, id, async (endpoint, { tx, abandon }, record) => {
    const { accountId, id: endpointId, status } = endpoint;
    if (status !== "active") return abandon(WebhookEndpointNotActive.as(status));
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
    await setTurn(tx, { accountId, endpointId }, now);
    record("tested");
    return WebhookDeliveryPayload.of(delivery);
  });
}

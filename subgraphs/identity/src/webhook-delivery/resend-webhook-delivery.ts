import { notFound } from "@studio/kit/error/codes.js";
import { changeState } from "@studio/kit/db/change.js";
import { fromGlobalId } from "@studio/kit/paging/global-id.js";
import { accountOf, changeScope, type IdentityContext } from "../context.js";
import type { IdInput } from "../id-input.js";
import { lockWebhookEndpoint } from "../webhook-endpoint/webhook-endpoint.repository.js";
import { sendAgain } from "./delivery-log.repository.js";
import { WebhookDeliveryPayload } from "./webhook-delivery.result.js";
import { setTurn } from "./webhook-turn.repository.js";

/** Sends an event again, under its own id, whatever became of it. Tries count on: after the tenth it is tried once. */
export function resendWebhookDelivery(context: IdentityContext, input: IdInput): Promise<WebhookDeliveryPayload> {
  const accountId = accountOf(context);
  const id = fromGlobalId("WebhookDelivery", input.id);
  const now = context.services.clock.now();
  return changeState(changeScope(context, accountId), async ({ tx, audit }) => {
    const delivery = await sendAgain(tx, accountId, id, now);
    if (!delivery) throw notFound("webhook delivery");
    const { endpointId } = delivery;
    const endpoint = await lockWebhookEndpoint(tx, accountId, endpointId);
    if (endpoint?.status === "active") await setTurn(tx, { accountId, endpointId }, now);
    audit({ action: "webhook_delivery.resent", subjectType: "WebhookDelivery", subjectId: id });
    return WebhookDeliveryPayload.of(delivery);
  });
}

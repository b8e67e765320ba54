import { notFound } from "@studio/kit/error/codes.js";
import { changeState } from "@studio/kit/db/change.js";
import { fromGlobalId } from "@studio/kit/paging/global-id.js";
import { accountOf, changeScope, type IdentityContext } from "../context.js";
import type { IdInput } from "../id-input.js";
import { WebhookEndpointNotActive } from "../webhook-endpoint/webhook-endpoint.errors.js";
import { lockWebhookEndpoint } from "../webhook-endpoint/webhook-endpoint.repository.js";
import { findDelivery, sendAgain } from "./delivery-log.repository.js";
import { WebhookDeliveryPayload, type SendWebhookResult } from "./webhook-delivery.result.js";
import { setTurn } from "./webhook-turn.repository.js";

/** Sends an event again, under its own id, whatever became of it. Tries count on: after the tenth it is tried once. */
export function resendWebhookDelivery(context: IdentityContext, input: IdInput): Promise<typeof SendWebhookResult> {
  const accountId = accountOf(context);
  const id = fromGlobalId("WebhookDelivery", input.id);
  const now = context.services.clock.now();
  type Result = typeof SendWebhookResult;
  return changeState<Result>(changeScope(context, accountId), async ({ tx, audit, abandon }) => {
    const known = await findDelivery(tx, accountId, id);
    const endpoint = known && (await lockWebhookEndpoint(tx, accountId, known.endpointId));
    if (!endpoint) throw notFound("webhook delivery");
    if (endpoint.status !== "active") return abandon(WebhookEndpointNotActive.as(endpoint.status));
    const delivery = await sendAgain(tx, accountId, id, now);
    if (!delivery) throw notFound("webhook delivery");
    await setTurn(tx, { accountId, endpointId: endpoint.id }, now);
    audit({ action: "webhook_delivery.resent", subjectType: "WebhookDelivery", subjectId: id });
    return WebhookDeliveryPayload.of(delivery);
  });
}

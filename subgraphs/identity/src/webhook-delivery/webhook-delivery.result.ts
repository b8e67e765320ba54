import { Field, ObjectType, createUnionType } from "type-graphql";
import { WebhookEndpointNotActive } from "../webhook-endpoint/webhook-endpoint.errors.js";
import type { DeliveryRow } from "./webhook-delivery.repository.js";
import { WebhookDelivery } from "./webhook-delivery.type.js";

@ObjectType({ description: "The delivery is on its way.", simpleResolvers: true })
export class WebhookDeliveryPayload {
  @Field(() => WebhookDelivery, { description: "The delivery as it is now." })
  webhookDelivery: DeliveryRow;

  static of(webhookDelivery: DeliveryRow): WebhookDeliveryPayload {
    return Object.assign(new WebhookDeliveryPayload(), { webhookDelivery });
  }
}

export const SendWebhookResult = createUnionType({
  name: "SendWebhookResult",
  description: "What came of sending a test, or a delivery again.",
  types: () => [WebhookDeliveryPayload, WebhookEndpointNotActive] as const,
});

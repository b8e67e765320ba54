import { ArgsType, Field } from "type-graphql";
import { ForwardPageArgs } from "@studio/kit/paging/connection.js";
import { idInput } from "../id-input.js";
import { WebhookDeliveryStatusEnum } from "./webhook-delivery.type.js";
import type { DeliveryStatus } from "./webhook-delivery.values.js";

@ArgsType()
export class WebhookDeliveriesArgs extends ForwardPageArgs {
  @Field(() => WebhookDeliveryStatusEnum, { nullable: true, description: "Only those that stand so; none for all." })
  status?: DeliveryStatus | null;
}

export const ResendWebhookDeliveryInput = idInput(
  "ResendWebhookDeliveryInput",
  "Which delivery to send again.",
  "The delivery's id.",
);

import { Field, ID, Int, ObjectType } from "type-graphql";
import { connectionOf } from "@studio/kit/paging/connection.js";
import { graphqlEnum } from "../graphql-enum.js";
import { Node } from "../node/node.type.js";
import type { DeliveryStatus } from "./webhook-delivery.values.js";

export const WebhookDeliveryStatusEnum = graphqlEnum<DeliveryStatus>(
  "WebhookDeliveryStatus",
  "Where an event is on its way to an endpoint.",
  {
    pending: "It waits for its turn, or to be tried again.",
    delivered: "The receiver answered with 2xx.",
    failed: "It was tried ten times over 75 hours. It can be sent again.",
  },
);

@ObjectType({ description: "One try to deliver an event.", simpleResolvers: true })
export class WebhookAttempt {
  @Field(() => Int, { description: "Which try it was, from 1." })
  number: number;

  @Field(() => Date, { description: "When it began." })
  at: Date;

  @Field(() => Int, { description: "How long it took, in milliseconds." })
  durationMs: number;

  @Field(() => Int, { nullable: true, description: "The HTTP status; null where nothing was answered." })
  status: number | null;

  @Field(() => String, { nullable: true, description: "Why nothing was answered." })
  error: string | null;

  @Field(() => String, {
    nullable: true,
    description: "The beginning of the answer, up to 500 characters; addresses, numbers and credentials blotted out.",
  })
  excerpt: string | null;
}

@ObjectType({ description: "An event on its way to an endpoint.", implements: Node, simpleResolvers: true })
export class WebhookDelivery extends Node {
  @Field(() => ID, { description: "The delivery's global id." })
  override id: string;

  @Field(() => String, { description: "What receivers see as `webhook-id`: the same for every try." })
  eventId: string;

  @Field(() => String, { description: "The type of the event." })
  eventType: string;

  @Field(() => WebhookDeliveryStatusEnum, { description: "Where it is on its way." })
  status: DeliveryStatus;

  @Field(() => Date, { nullable: true, description: "When it is tried next; null once it is settled." })
  nextAt: Date | null;

  @Field(() => Date, { description: "When it was put on its way." })
  createdAt: Date;

  @Field(() => Date, { nullable: true, description: "When it was delivered or given up." })
  settledAt: Date | null;

  @Field(() => [WebhookAttempt], { description: "What was tried, newest first: the last 20." })
  attempts: WebhookAttempt[];
}

export const { Connection: WebhookDeliveryConnection } = connectionOf("WebhookDelivery", () => WebhookDelivery);
export type WebhookDeliveryConnection = InstanceType<typeof WebhookDeliveryConnection>;

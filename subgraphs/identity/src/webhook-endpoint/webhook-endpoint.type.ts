import { Directive, Field, ID, Int, ObjectType } from "type-graphql";
import { connectionOf } from "@studio/kit/paging/connection.js";
import { graphqlEnum } from "../graphql-enum.js";
import { Node } from "../node/node.type.js";
import type { WebhookDisabledReason, WebhookScope, WebhookStatus } from "./webhook-endpoint.values.js";

export const WebhookStatusEnum = graphqlEnum<WebhookStatus>("WebhookStatus", "Whether an endpoint is sent events.", {
  active: "Events are sent.",
  paused: "The account paused it. Events wait, as long as the log keeps them.",
  disabled: "The platform stopped sending, and told the account's owners why.",
});

export const WebhookDisabledReasonEnum = graphqlEnum<WebhookDisabledReason>(
  "WebhookDisabledReason",
  "Why the platform stopped sending to an endpoint.",
  {
    gone: "The receiver answered 410 Gone.",
    failing: "It failed for five days without one success.",
  },
);

export const WebhookScopeEnum = graphqlEnum<WebhookScope>(
  "WebhookScope",
  "What an endpoint's payload query may read, as an integration of the account would.",
  {
    "contacts:read": "Contacts, as the access matrix shows them to integrations.",
    "photos:read": "Photos, as the access matrix shows them to integrations.",
  },
);

@Directive('@key(fields: "id")')
@ObjectType({
  description: "Where an account's events are sent, signed as Standard Webhooks describes.",
  implements: Node,
  simpleResolvers: true,
})
export class WebhookEndpoint extends Node {
  @Field(() => ID, { description: "The endpoint's global id." })
  override id: string;

  @Field(() => String, { description: "The address that events are posted to." })
  url: string;

  @Field(() => String, { description: "What it is for, in the account's words." })
  description: string;

  @Field(() => [String], {
    nullable: true,
    description: "The types of events that are sent, for example `submission.submitted`; null for all.",
  })
  eventTypes: string[] | null;

  @Field(() => String, {
    nullable: true,
    description: "What is read of each event and sent with it: a subscription to `events`. Null sends ids only.",
  })
  payloadQuery: string | null;

  @Field(() => [WebhookScopeEnum], { description: "What the payload query may read." })
  scopes: WebhookScope[];

  @Field(() => WebhookStatusEnum, { description: "Whether it is sent events." })
  status: WebhookStatus;

  @Field(() => WebhookDisabledReasonEnum, { nullable: true, description: "Why the platform stopped sending." })
  disabledReason: WebhookDisabledReason | null;

  @Field(() => Date, { nullable: true, description: "Since when no event could be delivered; null while it answers." })
  failingSince: Date | null;

  @Field(() => String, { description: "The Ed25519 key that verifies `v1a` signatures: `whpk_` and base64." })
  publicKey: string;

  @Field(() => Date, { nullable: true, description: "Until when deliveries are also signed with the previous secret." })
  previousSecretUntil: Date | null;

  @Field(() => Date, { description: "When it was created." })
  createdAt: Date;

  @Field(() => Int, { description: "Grows with every change: send it back to change what you read." })
  version: number;
}

export const { Connection: WebhookEndpointConnection } = connectionOf("WebhookEndpoint", () => WebhookEndpoint);
export type WebhookEndpointConnection = InstanceType<typeof WebhookEndpointConnection>;

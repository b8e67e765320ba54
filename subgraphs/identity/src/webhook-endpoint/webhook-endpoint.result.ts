import { Field, ID, ObjectType, createUnionType } from "type-graphql";
import { VersionConflict } from "../version-conflict.error.js";
import {
  InvalidWebhookEndpoint,
  PreviousSecretInUse,
  TooManyWebhookEndpoints,
  WebhookEventsExpired,
} from "./webhook-endpoint.errors.js";
import type { WebhookEndpointRow } from "./webhook-endpoint.repository.js";
import { WebhookEndpoint } from "./webhook-endpoint.type.js";

@ObjectType({ description: "The endpoint is so now.", simpleResolvers: true })
export class WebhookEndpointPayload {
  @Field(() => WebhookEndpoint, { description: "The endpoint as it is now." })
  webhookEndpoint: WebhookEndpointRow;

  static of(webhookEndpoint: WebhookEndpointRow): WebhookEndpointPayload {
    return Object.assign(new WebhookEndpointPayload(), { webhookEndpoint });
  }
}

@ObjectType({ description: "The endpoint, and the secret that signs what it is sent.", simpleResolvers: true })
export class WebhookSecretPayload {
  @Field(() => WebhookEndpoint, { description: "The endpoint as it is now." })
  webhookEndpoint: WebhookEndpointRow;

  @Field(() => String, { description: "`whsec_` and base64. It is shown this once: keep it where secrets are kept." })
  secret: string;

  static of(webhookEndpoint: WebhookEndpointRow, secret: string): WebhookSecretPayload {
    return Object.assign(new WebhookSecretPayload(), { webhookEndpoint, secret });
  }
}

@ObjectType({ description: "The endpoint is gone, and its delivery log.", simpleResolvers: true })
export class DeleteWebhookEndpointPayload {
  @Field(() => ID, { description: "The id that it had." })
  deletedWebhookEndpointId: string;
}

export const CreateWebhookEndpointResult = createUnionType({
  name: "CreateWebhookEndpointResult",
  description: "What came of creating an endpoint.",
  types: () => [WebhookSecretPayload, InvalidWebhookEndpoint, TooManyWebhookEndpoints] as const,
});

export const UpdateWebhookEndpointResult = createUnionType({
  name: "UpdateWebhookEndpointResult",
  description: "What came of changing an endpoint.",
  types: () => [WebhookEndpointPayload, InvalidWebhookEndpoint, VersionConflict] as const,
});

export const ChangeWebhookEndpointResult = createUnionType({
  name: "ChangeWebhookEndpointResult",
  description: "What came of pausing or resuming an endpoint.",
  types: () => [WebhookEndpointPayload] as const,
});

export const RotateWebhookSecretResult = createUnionType({
  name: "RotateWebhookSecretResult",
  description: "What came of giving an endpoint a new secret.",
  types: () => [WebhookSecretPayload, PreviousSecretInUse] as const,
});

export const DeleteWebhookEndpointResult = createUnionType({
  name: "DeleteWebhookEndpointResult",
  description: "What came of deleting an endpoint.",
  types: () => [DeleteWebhookEndpointPayload] as const,
});

export const ReplayWebhookEventsResult = createUnionType({
  name: "ReplayWebhookEventsResult",
  description: "What came of sending an endpoint the log again.",
  types: () => [WebhookEndpointPayload, InvalidWebhookEndpoint, WebhookEventsExpired] as const,
});

import { Field, ID, InputType, Int } from "type-graphql";
import { idInput } from "../id-input.js";
import { WebhookScopeEnum } from "./webhook-endpoint.type.js";
import type { WebhookScope } from "./webhook-endpoint.values.js";

const TYPES = "The types of events to send, for example `submission.submitted`, at least one.";
const QUERY =
  "What to read of each event and send with it: `subscription { events { … } }`, run with the endpoint's own permissions. None sends ids only.";
const FIELDS = "Confidential custom fields (L2) that the payload query may read, by id.";

@InputType({ description: "A new endpoint. It receives what happens from now on." })
export class CreateWebhookEndpointInput {
  @Field(() => String, { description: "The https address that events are posted to, on the public internet." })
  url: string;

  @Field(() => String, { defaultValue: "", description: "What it is for, up to 200 characters." })
  description: string;

  @Field(() => [String], { nullable: true, description: `${TYPES} Left out, every type is sent.` })
  eventTypes?: string[] | null;

  @Field(() => String, { nullable: true, description: QUERY })
  payloadQuery?: string | null;

  @Field(() => [WebhookScopeEnum], {
    defaultValue: ["contacts:read"],
    description: "What it may know: without CONTACTS_READ it is told of no contact, nor of what is theirs.",
  })
  scopes: WebhookScope[];

  @Field(() => [ID], { defaultValue: [], description: FIELDS })
  fieldIds: string[];
}

@InputType({ description: "What changes of an endpoint. What is left out stays as it is." })
export class UpdateWebhookEndpointInput {
  @Field(() => ID, { description: "The endpoint's id." })
  id: string;

  @Field(() => Int, { description: "The version that was read." })
  version: number;

  @Field(() => String, { nullable: true, description: "The https address that events are posted to." })
  url?: string | null;

  @Field(() => String, { nullable: true, description: "What it is for, up to 200 characters." })
  description?: string | null;

  @Field(() => [String], { nullable: true, description: `${TYPES} Null sends all.` })
  eventTypes?: string[] | null;

  @Field(() => String, { nullable: true, description: QUERY })
  payloadQuery?: string | null;

  @Field(() => [WebhookScopeEnum], { nullable: true, description: "What the payload query may read." })
  scopes?: WebhookScope[] | null;

  @Field(() => [ID], { nullable: true, description: FIELDS })
  fieldIds?: string[] | null;
}

const ID_OF_ENDPOINT = "The endpoint's id.";

export const PauseWebhookEndpointInput = idInput("PauseWebhookEndpointInput", "Which to pause.", ID_OF_ENDPOINT);
export const ResumeWebhookEndpointInput = idInput("ResumeWebhookEndpointInput", "Which to resume.", ID_OF_ENDPOINT);
export const DeleteWebhookEndpointInput = idInput("DeleteWebhookEndpointInput", "Which to delete.", ID_OF_ENDPOINT);
export const RotateWebhookSecretInput = idInput("RotateWebhookSecretInput", "Whose secret.", ID_OF_ENDPOINT);
export const SendTestWebhookInput = idInput("SendTestWebhookInput", "Where to send it.", ID_OF_ENDPOINT);

@InputType({ description: "From where on an endpoint is sent the log again: a cursor or an instant." })
export class ReplayWebhookEventsInput {
  @Field(() => ID, { description: ID_OF_ENDPOINT })
  id: string;

  @Field(() => String, { nullable: true, description: "A cursor of `events` or of any event feed." })
  after?: string | null;

  @Field(() => Date, { nullable: true, description: "The instant from which on events are sent again." })
  since?: Date | null;
}

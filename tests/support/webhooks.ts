import { toGlobalId } from "@studio/kit/paging/global-id.js";
import { openReceiver, type Received, type Receiver, type Reply } from "../../subgraphs/identity/test/receiver.js";
import type { TestAccount } from "./account.js";
import type { TestPlatform } from "./platform.js";

/** A webhook endpoint of an account, and the receiver behind it. */
export interface TestEndpoint {
  id: string;
  secret: string;
  receiver: Receiver;
  /** The bodies that came, oldest first. */
  bodies(): any[];
}

export interface EndpointOptions {
  payloadQuery?: string;
  eventTypes?: string[];
  description?: string;
  scopes?: string[];
  /** Keys of custom fields. */
  fields?: string[];
  reply?: (received: Received) => Reply;
}

/** Creates an endpoint as the account's owner, with a receiver on this machine. The caller closes the receiver. */
export async function createEndpoint(
  platform: TestPlatform,
  account: TestAccount,
  { fields = [], reply, ...given }: EndpointOptions = {},
): Promise<TestEndpoint> {
  const receiver = await openReceiver(reply);
  const fieldIds = fields.map((key) => toGlobalId("ContactField", account.fieldId(key)));
  const { createWebhookEndpoint: created } = await platform.as(account.credentials.owner).ask<any>(
    `mutation ($input: CreateWebhookEndpointInput!) { createWebhookEndpoint(input: $input) {
      ... on WebhookSecretPayload { secret webhookEndpoint { id } } ... on UserError { message path } } }`,
    { input: { url: receiver.url, fieldIds, ...given } },
  );
  if (!created.secret) throw new Error(`The endpoint was refused: ${created.message}`);
  const bodies = () => receiver.received.map(({ body }) => JSON.parse(body));
  return { id: created.webhookEndpoint.id, secret: created.secret, receiver, bodies };
}

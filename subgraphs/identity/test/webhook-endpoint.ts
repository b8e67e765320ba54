import { onTestFinished, expect } from "vitest";
import { appendEvents } from "@studio/kit/events/append.js";
import { newId } from "@studio/kit/id.js";
import { newAccount, type TestAccount } from "./new-account.js";
import { openReceiver, type Receiver, type Reply } from "./receiver.js";
import type { RunningIdentity } from "./running-identity.js";

/** An account's one webhook endpoint, and the receiver behind it. */
export interface Endpoint {
  account: TestAccount;
  receiver: Receiver;
  id: string;
  secret: string;
  owner<T = any>(query: string, variables?: Record<string, unknown>): Promise<T>;
  /** Something happens to a submission of the account, of nobody's unless said. @returns the event's id */
  happen(type?: string, submissionId?: string, contactId?: string): Promise<string>;
}

/** An account with one endpoint, and a receiver behind it. */
export async function newEndpoint(
  identity: RunningIdentity,
  options: { reply?: () => Reply | null; input?: object } = {},
): Promise<Endpoint> {
  const receiver = await openReceiver(options.reply);
  onTestFinished(() => receiver.close());
  const account = await newAccount(identity, 1);
  const owner = async <T>(query: string, variables = {}): Promise<T> => {
    const { data, errors } = await identity.ask(account.member("owner"), query, variables);
    expect(errors).toEqual([]);
    return Object.values<T>(data)[0]!;
  };
  const input = { url: receiver.url, ...options.input };
  const { webhookEndpoint, secret } = await owner<{ webhookEndpoint: { id: string }; secret: string }>(
    `mutation($input: CreateWebhookEndpointInput!) { createWebhookEndpoint(input: $input) {
      ... on WebhookSecretPayload { secret webhookEndpoint { id } } } }`,
    { input },
  );
  const db = identity.openAs("media");
  const happen = async (type = "submission.submitted", submissionId = newId(), contactId = newId()) => {
    const ids = { submissionId, contactId };
    await db.inAccount(account.accountId, (tx) =>
      appendEvents(tx, account.accountId, identity.clock.now(), [{ type, ids }]),
    );
    await identity.admin`select pg_notify('studio_events', ${account.accountId})`;
    return submissionId;
  };
  return { account, receiver, id: webhookEndpoint.id, secret, owner, happen };
}

/** Gives an account another endpoint, and a receiver behind that. */
export async function anotherEndpoint(beside: Endpoint): Promise<Receiver> {
  const receiver = await openReceiver();
  onTestFinished(() => receiver.close());
  await beside.owner(
    `mutation($input: CreateWebhookEndpointInput!) { createWebhookEndpoint(input: $input) { __typename } }`,
    { input: { url: receiver.url } },
  );
  return receiver;
}

/** Waits until a receiver got so many calls. */
export const received = (receiver: Receiver, count: number) => expect.poll(() => receiver.received.length).toBe(count);

/** Waits until so many attempts are in the log: only then may time move, or a turn that is held runs out. */
export const attempted = (endpoint: Endpoint, count: number) =>
  expect
    .poll(async () => {
      const { edges } = (await delivered(endpoint)).deliveries;
      return edges.flatMap((edge: any) => edge.node.attempts).length;
    })
    .toBe(count);

/** An endpoint as its owner sees it, with its delivery log. */
export const delivered = (endpoint: Endpoint) =>
  endpoint.owner(
    `query($id: ID!) { node(id: $id) { ... on WebhookEndpoint { status disabledReason failingSince
      deliveries { edges { node { id eventId eventType status nextAt attempts { number status error excerpt } } } } } } }`,
    { id: endpoint.id },
  );

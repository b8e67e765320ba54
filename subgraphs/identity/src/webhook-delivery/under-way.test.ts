import { afterAll, beforeAll, expect, onTestFinished, test } from "vitest";
import { minuteMs, secondMs } from "@studio/kit/clock.js";
import { newId } from "@studio/kit/id.js";
import { runIdentity, type RunningIdentity } from "../../test/running-identity.js";
import { openReceiver, type Reply } from "../../test/receiver.js";
import { attempted, delivered, newEndpoint, received, type Endpoint } from "../../test/webhook-endpoint.js";

let identity: RunningIdentity;

beforeAll(async () => {
  identity = await runIdentity();
});

afterAll(() => identity.stop());

const change = async (endpoint: Endpoint, mutation: string, more = "") => {
  const { account, id } = endpoint;
  await endpoint.owner(`mutation($id: ID!) { ${mutation}(input: { id: $id ${more} }) { __typename } }`, { id });
  await identity.admin`select pg_notify('studio_events', ${account.accountId})`;
};

/** An endpoint of which one delivery is under way until it is answered, with three more of its submission behind it. */
async function underWay() {
  const answer = Promise.withResolvers<Reply>();
  const endpoint = await newEndpoint(identity);
  endpoint.receiver.reply = () => answer.promise;
  await change(endpoint, "pauseWebhookEndpoint");
  const submissionId = newId();
  for (let count = 0; count < 4; count++) await endpoint.happen("submission.created", submissionId);
  await change(endpoint, "resumeWebhookEndpoint");
  await received(endpoint.receiver, 1);
  return { endpoint, answer: (status: number) => answer.resolve({ status }) };
}

/** Waits until nobody sends to the account's endpoint. */
const left = ({ account }: Endpoint) =>
  expect
    .poll(async () => {
      const [turn] = await identity.admin`
        select claimed_until from identity.webhook_turn where account_id = ${account.accountId}`;
      return turn!["claimed_until"];
    })
    .toBeNull();

test("what waits behind a delivery under way is not sent once the endpoint is paused", async () => {
  const { endpoint, answer } = await underWay();
  await change(endpoint, "pauseWebhookEndpoint");
  answer(204);
  await left(endpoint);
  expect(endpoint.receiver.received).toHaveLength(1);
  await change(endpoint, "resumeWebhookEndpoint");
  await received(endpoint.receiver, 4);
});

test("what waits behind a delivery under way goes to the address that the endpoint has by then", async () => {
  const { endpoint, answer } = await underWay();
  const other = await openReceiver();
  onTestFinished(() => other.close());
  const { version } = await endpoint.owner(`query($id: ID!) { node(id: $id) { ... on WebhookEndpoint { version } } }`, {
    id: endpoint.id,
  });
  await endpoint.owner(
    `mutation($input: UpdateWebhookEndpointInput!) { updateWebhookEndpoint(input: $input) { __typename } }`,
    { input: { id: endpoint.id, url: other.url, version } },
  );
  answer(204);
  await received(other, 3);
  expect(endpoint.receiver.received).toHaveLength(1);
});

test("who changes an endpoint and what waits for it, and who notes that it failed, do not wait for each other", async () => {
  const { endpoint, answer } = await underWay();
  const { accountId } = endpoint.account;
  await identity.admin.begin(async (tx) => {
    await tx`select 1 from identity.webhook_endpoint where account_id = ${accountId} for no key update`;
    answer(500);
    await expect
      .poll(async () => {
        const [row] = await identity.admin`select count(*)::int as waiting from pg_stat_activity
          where datname = current_database() and wait_event_type = 'Lock'`;
        return row!["waiting"];
      })
      .toBeGreaterThan(1);
    await tx`update identity.webhook_delivery set next_at = next_at where account_id = ${accountId}`;
  });
  await attempted(endpoint, 1);
  expect(endpoint.receiver.received).toHaveLength(1);
});

test("the tries of what is replayed begin anew, and count on in the log", async () => {
  const endpoint = await newEndpoint(identity, { reply: () => ({ status: 500 }) });
  await endpoint.happen();
  await attempted(endpoint, 1);
  await identity.admin`update identity.webhook_delivery set attempts = 9 where account_id = ${endpoint.account.accountId}`;
  identity.clock.advance(6 * secondMs);
  await expect.poll(async () => (await deliveryOf(endpoint)).status).toBe("FAILED");
  await change(endpoint, "replayWebhookEvents", 'since: "2020-01-01T00:00:00Z"');
  await attempted(endpoint, 3);
  const { status, nextAt, attempts } = await deliveryOf(endpoint);
  expect(status).toBe("PENDING");
  expect(new Date(nextAt).getTime() - identity.clock.now().getTime()).toBeLessThan(minuteMs);
  expect(attempts.map(({ number }: { number: number }) => number)).toEqual([3, 2, 1]);
});

const deliveryOf = async (endpoint: Endpoint) => (await delivered(endpoint)).deliveries.edges[0].node;

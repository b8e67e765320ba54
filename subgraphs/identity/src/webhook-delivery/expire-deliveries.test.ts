import { afterAll, beforeAll, expect, test } from "vitest";
import { dayMs, hourMs } from "@studio/kit/clock.js";
import { runIdentity, type RunningIdentity } from "../../test/running-identity.js";
import { delivered, newEndpoint, received } from "../../test/webhook-endpoint.js";

let identity: RunningIdentity;

beforeAll(async () => {
  identity = await runIdentity();
});

afterAll(() => identity.stop());

test("keeps what was settled for 30 days, then deletes it with its attempts; what still waits stays", async () => {
  const sent = await newEndpoint(identity);
  await sent.happen();
  await received(sent.receiver, 1);
  const waiting = await newEndpoint(identity, { reply: () => ({ status: 503, headers: { "retry-after": "9" } }) });
  await waiting.happen();
  await received(waiting.receiver, 1);
  await waiting.owner(`mutation($id: ID!) { pauseWebhookEndpoint(input: { id: $id }) { __typename } }`, {
    id: waiting.id,
  });
  const log = async (endpoint: typeof sent) => (await delivered(endpoint)).deliveries.edges.length;
  await expect.poll(async () => (await delivered(sent)).deliveries.edges[0].node.status).toBe("DELIVERED");
  identity.clock.advance(30 * dayMs - hourMs);
  await sent.happen();
  await received(sent.receiver, 2);
  expect(await log(sent)).toBe(2);
  identity.clock.advance(2 * hourMs);
  await expect.poll(() => log(sent)).toBe(1);
  expect(await log(waiting)).toBe(1);
  const [attempts] = await identity.admin`select count(*)::int from identity.webhook_attempt`;
  expect(attempts).toEqual({ count: 2 });
});

import { Webhook } from "standardwebhooks";
import { afterAll, beforeAll, expect, test } from "vitest";
import { dayMs, minuteMs, secondMs } from "@studio/kit/clock.js";
import { newId } from "@studio/kit/id.js";
import { toGlobalId } from "@studio/kit/paging/global-id.js";
import { runIdentity, type RunningIdentity } from "../../test/running-identity.js";
import { anotherEndpoint, attempted, delivered, newEndpoint, received } from "../../test/webhook-endpoint.js";

const submissionOf = (body: string) => (JSON.parse(body) as { data: { submissionId: string } }).data.submissionId;

let identity: RunningIdentity;

beforeAll(async () => {
  identity = await runIdentity();
});

afterAll(() => identity.stop());

test("posts what happens, in order, signed by the secret that was shown once, with ids only", async () => {
  const endpoint = await newEndpoint(identity);
  const { receiver, secret } = endpoint;
  const submissionId = await endpoint.happen("submission.created");
  await endpoint.happen("submission.submitted", submissionId);
  await received(receiver, 2);
  const [first, second] = receiver.received;
  expect([first!.type, second!.type]).toEqual(["submission.created", "submission.submitted"]);
  for (const { body, headers } of receiver.received)
    expect(() => new Webhook(secret).verify(body, headers as Record<string, string>)).not.toThrow();
  expect(JSON.parse(first!.body)).toEqual({
    type: "submission.created",
    timestamp: expect.any(String),
    data: {
      id: expect.any(String),
      version: 1,
      submissionId: toGlobalId("Submission", submissionId),
      contactId: expect.any(String),
    },
  });
});

test("sends only the types that were asked for, and of contacts only to those who may know of them", async () => {
  const chosen = await newEndpoint(identity, { input: { eventTypes: ["submission.accepted"] } });
  await chosen.happen("submission.submitted");
  await chosen.happen("submission.accepted");
  await received(chosen.receiver, 1);
  expect(chosen.receiver.received[0]!.type).toBe("submission.accepted");
  const blind = await newEndpoint(identity, { input: { scopes: [] } });
  await blind.happen();
  await blind.owner(`mutation($id: ID!) { sendTestWebhook(input: { id: $id }) { __typename } }`, { id: blind.id });
  await received(blind.receiver, 1);
  expect(blind.receiver.received[0]!.type).toBe("webhook.test");
});

test("tells nothing of what happens to a contact under restriction, and leaves no trace of it in its log", async () => {
  const endpoint = await newEndpoint(identity);
  const contactId = endpoint.account.contactId(0);
  const restrict = (at: Date | null) =>
    identity.admin`update identity.contact set restricted_at = ${at} where id = ${contactId}`;
  await restrict(new Date());
  await endpoint.happen("submission.submitted", newId(), contactId);
  const other = await endpoint.happen();
  await received(endpoint.receiver, 1);
  await restrict(null);
  const later = await endpoint.happen("submission.accepted", newId(), contactId);
  await received(endpoint.receiver, 2);
  const told = endpoint.receiver.received.map(({ body }) => submissionOf(body));
  expect(told).toEqual([other, later].map((id) => toGlobalId("Submission", id)));
  expect((await delivered(endpoint)).deliveries.edges).toHaveLength(2);
});

test("tries again by the schedule under the same id, and what follows in the thread waits while others go on", async () => {
  let isUp = false;
  const endpoint = await newEndpoint(identity);
  const poison = newId();
  const { receiver } = endpoint;
  receiver.reply = ({ body }) =>
    !isUp && submissionOf(body) === toGlobalId("Submission", poison)
      ? { status: 500, body: "jane@example.com" }
      : { status: 200 };
  await endpoint.happen("submission.created", poison);
  await endpoint.happen("submission.submitted", poison);
  await endpoint.happen("submission.submitted");
  await received(receiver, 2);
  await attempted(endpoint, 2);
  const [node] = (await delivered(endpoint)).deliveries.edges
    .map((edge: any) => edge.node)
    .filter((one: any) => one.attempts.length > 0 && one.status === "PENDING");
  expect(node.attempts).toEqual([{ number: 1, status: 500, error: null, excerpt: "[email]" }]);
  isUp = true;
  identity.clock.advance(6 * secondMs);
  await received(receiver, 4);
  expect(receiver.received.map(({ type }) => type).filter((type) => type === "submission.created")).toHaveLength(2);
  const ofPoison = receiver.received.filter(({ body }) => submissionOf(body) === toGlobalId("Submission", poison));
  expect(ofPoison.map(({ type }) => type)).toEqual([
    "submission.created",
    "submission.created",
    "submission.submitted",
  ]);
  expect(ofPoison[0]!.id).toBe(ofPoison[1]!.id);
});

test("an endpoint that takes calls and never answers delays no other, nor an event that is not answered another", async () => {
  const mute = await newEndpoint(identity, { reply: () => null });
  const good = await anotherEndpoint(mute);
  const poison = await mute.happen();
  await received(mute.receiver, 1);
  mute.receiver.reply = ({ body }) =>
    submissionOf(body) === toGlobalId("Submission", poison) ? null : { status: 204 };
  const began = performance.now();
  for (let count = 2; count <= 4; count++) {
    await mute.happen();
    await received(good, count);
    await received(mute.receiver, count);
  }
  expect(performance.now() - began, "the timeout is 15 s").toBeLessThan(3 * 2 * secondMs);
  expect(mute.receiver.received.filter(({ body }) => body.includes(toGlobalId("Submission", poison)))).toHaveLength(1);
});

test("waits as long as Retry-After asks", async () => {
  const endpoint = await newEndpoint(identity, { reply: () => ({ status: 503, headers: { "retry-after": "600" } }) });
  await endpoint.happen();
  await attempted(endpoint, 1);
  identity.clock.advance(5 * minuteMs);
  await endpoint.owner(`mutation($id: ID!) { sendTestWebhook(input: { id: $id }) { __typename } }`, {
    id: endpoint.id,
  });
  await received(endpoint.receiver, 2);
  expect(endpoint.receiver.received[1]!.type).toBe("webhook.test");
  await attempted(endpoint, 2);
  identity.clock.advance(5 * minuteMs + secondMs);
  await expect.poll(() => endpoint.receiver.received.filter(({ type }) => type !== "webhook.test").length).toBe(2);
});

test("a receiver that answers 410 is disabled, and the owners are told; resumed, it gets what waited and what was refused", async () => {
  const endpoint = await newEndpoint(identity, {
    reply: () => ({ status: 410 }),
    input: { description: "Payroll\n feed" },
  });
  await endpoint.happen();
  await expect.poll(async () => (await delivered(endpoint)).status).toBe("DISABLED");
  expect((await delivered(endpoint)).disabledReason).toBe("GONE");
  await expect
    .poll(() => identity.mails.filter(({ subject }) => /endpoint was disabled/.test(subject ?? "")).length)
    .toBe(1);
  const mail = identity.mails.find(({ subject }) => /endpoint was disabled/.test(subject ?? ""))!;
  const { origin } = new URL(endpoint.receiver.url);
  expect(mail.text).toContain(`no longer sent to "Payroll feed" at ${origin} (${endpoint.id}).`);
  expect(mail.text).not.toContain("/hook");
  endpoint.receiver.reply = () => ({ status: 200 });
  await endpoint.happen("submission.accepted");
  await endpoint.owner(`mutation($id: ID!) { resumeWebhookEndpoint(input: { id: $id }) { __typename } }`, {
    id: endpoint.id,
  });
  await received(endpoint.receiver, 4);
  const [refused, ...waited] = endpoint.receiver.received;
  expect(new Set(waited.map(({ type }) => type))).toEqual(
    new Set(["submission.submitted", "webhook_endpoint.disabled", "submission.accepted"]),
  );
  expect(waited.map(({ id }) => id)).toContain(refused!.id);
});

test("a replay from an instant to come skips nothing that has waited", async () => {
  const endpoint = await newEndpoint(identity);
  const change = (mutation: string, more = "") =>
    endpoint.owner(`mutation($id: ID!) { ${mutation}(input: { id: $id ${more} }) { __typename } }`, {
      id: endpoint.id,
    });
  await change("pauseWebhookEndpoint");
  await endpoint.happen("submission.accepted");
  await change("replayWebhookEvents", 'since: "2999-01-01T00:00:00Z"');
  await change("resumeWebhookEndpoint");
  await received(endpoint.receiver, 1);
  expect(endpoint.receiver.received[0]!.type).toBe("submission.accepted");
});

test("an endpoint that fails for five days is disabled with notice, not before, and never deleted", async () => {
  const endpoint = await newEndpoint(identity, { reply: () => ({ status: 500 }) });
  await endpoint.happen();
  await attempted(endpoint, 1);
  identity.clock.advance(4 * dayMs);
  await endpoint.happen();
  await attempted(endpoint, 3);
  expect((await delivered(endpoint)).status).toBe("ACTIVE");
  identity.clock.advance(dayMs);
  await endpoint.happen();
  await expect.poll(async () => (await delivered(endpoint)).status).toBe("DISABLED");
  const { disabledReason, deliveries: log } = await delivered(endpoint);
  expect([disabledReason, log.edges.length]).toEqual(["FAILING", 3]);
  const tries = endpoint.receiver.received.length;
  endpoint.receiver.reply = () => ({ status: 200 });
  await endpoint.owner(`mutation($id: ID!) { resumeWebhookEndpoint(input: { id: $id }) { __typename } }`, {
    id: endpoint.id,
  });
  await received(endpoint.receiver, tries + 4);
});

import { Webhook } from "standardwebhooks";
import { afterAll, beforeAll, expect, test } from "vitest";
import { dayMs, hourMs } from "@studio/kit/clock.js";
import { newId } from "@studio/kit/id.js";
import { toGlobalId } from "@studio/kit/paging/global-id.js";
import { newAccount } from "../../test/new-account.js";
import { runIdentity, type RunningIdentity } from "../../test/running-identity.js";
import { attempted, delivered, newEndpoint, received } from "../../test/webhook-endpoint.js";

let identity: RunningIdentity;

beforeAll(async () => {
  identity = await runIdentity();
});

afterAll(() => identity.stop());

test("after a rotation both secrets verify for a day, then the new one alone", async () => {
  const endpoint = await newEndpoint(identity);
  const rotate = `mutation($id: ID!) { rotateWebhookSecret(input: { id: $id }) { ... on WebhookSecretPayload { secret } } }`;
  const { secret: next } = await endpoint.owner(rotate, { id: endpoint.id });
  const verifies = (secret: string) => {
    const { body, headers } = endpoint.receiver.received.at(-1)!;
    const at = new Date(Number(headers["webhook-timestamp"]) * 1000);
    return String(headers["webhook-signature"]).includes(
      new Webhook(secret).sign(String(headers["webhook-id"]), at, body),
    );
  };
  await endpoint.happen();
  await received(endpoint.receiver, 1);
  expect([verifies(endpoint.secret), verifies(next)]).toEqual([true, true]);
  const until = identity.clock.now().getTime() + 24 * hourMs;
  const refused = await endpoint.owner(
    `mutation($id: ID!) { rotateWebhookSecret(input: { id: $id }) { __typename ... on UserError { path message } } }`,
    { id: endpoint.id },
  );
  expect(refused).toMatchObject({ __typename: "PreviousSecretInUse", path: ["input", "id"] });
  const told = Date.parse(/until (\S+Z)\./.exec(refused.message)![1]!);
  expect(until - told, "a day from the first rotation").toBeLessThan(hourMs);
  await endpoint.happen();
  await received(endpoint.receiver, 2);
  expect([verifies(endpoint.secret), verifies(next)]).toEqual([true, true]);
  identity.clock.advance(24 * hourMs);
  await endpoint.happen();
  await received(endpoint.receiver, 3);
  expect([verifies(endpoint.secret), verifies(next)]).toEqual([false, true]);
  expect((await endpoint.owner(rotate, { id: endpoint.id })).secret).toMatch(/^whsec_/);
});

test("what waits while it is paused comes when it is resumed; a replay sends the same ids again", async () => {
  const endpoint = await newEndpoint(identity);
  const change = (verb: string) =>
    endpoint.owner(`mutation($id: ID!) { ${verb}WebhookEndpoint(input: { id: $id }) { __typename } }`, {
      id: endpoint.id,
    });
  const since = identity.clock.now();
  await change("pause");
  await endpoint.happen();
  await change("resume");
  await received(endpoint.receiver, 1);
  await endpoint.owner(
    `mutation($id: ID!, $since: DateTime!) { replayWebhookEvents(input: { id: $id, since: $since }) { __typename } }`,
    { id: endpoint.id, since: since.toISOString() },
  );
  await received(endpoint.receiver, 2);
  const [first, again] = endpoint.receiver.received;
  expect(again!.id).toBe(first!.id);
  const { deliveries: log } = await delivered(endpoint);
  await endpoint.owner(`mutation($id: ID!) { resendWebhookDelivery(input: { id: $id }) { __typename } }`, {
    id: log.edges[0].node.id,
  });
  await received(endpoint.receiver, 3);
  expect(endpoint.receiver.received[2]!.id).toBe(first!.id);
});

test("paused for longer than the log keeps events, it goes on with the first that is kept", async () => {
  const endpoint = await newEndpoint(identity);
  const change = (verb: string) =>
    endpoint.owner(`mutation($id: ID!) { ${verb}WebhookEndpoint(input: { id: $id }) { __typename } }`, {
      id: endpoint.id,
    });
  await change("pause");
  await endpoint.happen("submission.created");
  identity.clock.advance(20 * dayMs);
  await endpoint.happen("submission.submitted");
  const firstKept = identity.clock.now().toISOString().slice(0, 10);
  await identity.admin`select events.drop_days_before(${firstKept}::date)`;
  await endpoint.happen("submission.accepted");
  await change("resume");
  await received(endpoint.receiver, 2);
  expect(new Set(endpoint.receiver.received.map(({ type }) => type))).toEqual(
    new Set(["submission.submitted", "submission.accepted"]),
  );
});

test.each(["paused", "disabled"])("nothing is sent anew to an endpoint that is %s: resume it first", async (status) => {
  const endpoint = await newEndpoint(identity);
  await endpoint.happen();
  await attempted(endpoint, 1);
  const [{ node }] = (await delivered(endpoint)).deliveries.edges;
  await identity.admin`update identity.webhook_endpoint set status = ${status} where account_id = ${endpoint.account.accountId}`;
  const ask = (mutation: string, id: string) =>
    endpoint.owner(
      `mutation($id: ID!) { ${mutation}(input: { id: $id }) { __typename ... on UserError { message } } }`,
      {
        id,
      },
    );
  const refused = { __typename: "WebhookEndpointNotActive", message: `The endpoint is ${status}. Resume it first.` };
  expect(await ask("sendTestWebhook", endpoint.id)).toEqual(refused);
  expect(await ask("resendWebhookDelivery", node.id)).toEqual(refused);
  const { deliveries } = await delivered(endpoint);
  expect(deliveries.edges.map((edge: any) => edge.node.status)).toEqual(["DELIVERED"]);
  await endpoint.owner(`mutation($id: ID!) { resumeWebhookEndpoint(input: { id: $id }) { __typename } }`, {
    id: endpoint.id,
  });
  expect((await ask("resendWebhookDelivery", node.id)).__typename).toBe("WebhookDeliveryPayload");
  await received(endpoint.receiver, 2);
});

test("a grant is for confidential fields: one for a restricted field is refused, on creating and on changing", async () => {
  const endpoint = await newEndpoint(identity);
  const fieldIds = (key: string) => [toGlobalId("ContactField", endpoint.account.seed.fieldIdOf(key))];
  const ask = (mutation: string, input: object) =>
    endpoint.owner(
      `mutation($input: ${mutation[0]!.toUpperCase()}${mutation.slice(1)}Input!) { ${mutation}(input: $input) {
        __typename ... on UserError { path } } }`,
      { input },
    );
  const refused = { __typename: "InvalidWebhookEndpoint", path: ["input", "fieldIds"] };
  const { url } = endpoint.receiver;
  const change = { id: endpoint.id, version: 1 };
  expect(await ask("createWebhookEndpoint", { url, fieldIds: fieldIds("emergency_contact") })).toEqual(refused);
  expect(await ask("updateWebhookEndpoint", { ...change, fieldIds: fieldIds("emergency_contact") })).toEqual(refused);
  expect((await ask("updateWebhookEndpoint", { ...change, fieldIds: fieldIds("salary_band") })).__typename).toBe(
    "WebhookEndpointPayload",
  );
});

test.each([
  [{ url: "https://169.254.169.254/" }, "url"],
  [{ url: "https://user:pass@example.com/" }, "url"],
  [{ eventTypes: ["nothing.happened"] }, "eventTypes"],
  [{ description: "x".repeat(201) }, "description"],
  [{ fieldIds: [toGlobalId("ContactField", newId())] }, "fieldIds"],
])("refuses %j, and says where", async (input, name) => {
  const account = await newAccount(identity, 0);
  const { data, errors } = await identity.ask(
    account.member("admin"),
    `mutation($input: CreateWebhookEndpointInput!) { createWebhookEndpoint(input: $input) {
      __typename ... on InvalidWebhookEndpoint { path message } } }`,
    { input: { url: "https://example.com/", ...input } },
  );
  expect(errors).toEqual([]);
  expect(data.createWebhookEndpoint).toMatchObject({ __typename: "InvalidWebhookEndpoint", path: ["input", name] });
});

test("is for owners and admins of its own account", async () => {
  const endpoint = await newEndpoint(identity);
  const other = await newAccount(identity, 0);
  const pause = `mutation($id: ID!) { pauseWebhookEndpoint(input: { id: $id }) { __typename } }`;
  const codeFor = async (viewer: Parameters<typeof identity.ask>[0]) =>
    (await identity.ask(viewer, pause, { id: endpoint.id })).errors[0]!.code;
  expect(await codeFor(other.member("owner"))).toBe("NOT_FOUND");
  expect(await codeFor(endpoint.account.member("coordinator"))).toBe("FORBIDDEN");
  expect(await codeFor(endpoint.account.member("privacy_officer"))).toBe("FORBIDDEN");
});

import { Webhook } from "standardwebhooks";
import { afterAll, beforeAll, expect, test } from "vitest";
import { hourMs } from "@studio/kit/clock.js";
import { newId } from "@studio/kit/id.js";
import { toGlobalId } from "@studio/kit/paging/global-id.js";
import { newAccount } from "../../test/new-account.js";
import { runIdentity, type RunningIdentity } from "../../test/running-identity.js";
import { delivered, newEndpoint, received } from "../../test/webhook-endpoint.js";

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
  identity.clock.advance(24 * hourMs);
  await endpoint.happen();
  await received(endpoint.receiver, 2);
  expect([verifies(endpoint.secret), verifies(next)]).toEqual([false, true]);
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

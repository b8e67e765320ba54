import { afterAll, beforeAll, expect, onTestFinished, test } from "vitest";
import { createAccount, type TestAccount } from "../support/account.js";
import { happenTo } from "../support/happen.js";
import { startTestPlatform, type TestPlatform } from "../support/platform.js";
import { createEndpoint, type EndpointOptions } from "../support/webhooks.js";

const QUERY = `subscription { events { type contact {
  firstName phone externalId processingRestrictedAt
  customFields(keys: ["office", "salary_band", "emergency_contact"]) { key value } consents { purpose state changedAt }
} } }`;

let platform: TestPlatform;
let account: TestAccount;

beforeAll(async () => {
  platform = await startTestPlatform();
  account = await createAccount(platform);
});

afterAll(() => platform?.stop());

async function endpointWith(options: EndpointOptions) {
  const endpoint = await createEndpoint(platform, account, options);
  onTestFinished(() => endpoint.receiver.close());
  return endpoint;
}

/** What a receiver gets of something that happens to a contact. */
async function told(options: EndpointOptions, contact: { id: string }) {
  const endpoint = await endpointWith({ payloadQuery: QUERY, eventTypes: ["contact.updated"], ...options });
  await happenTo(platform, account, [contact.id]);
  await expect.poll(() => endpoint.bodies()).toHaveLength(1);
  const [{ data }] = endpoint.bodies();
  const customFields = data.data.events.contact.customFields ?? [];
  const values = Object.fromEntries(
    customFields.map(({ key, value }: { key: string; value: unknown }) => [key, value]),
  );
  const refused = data.errors?.map((error: any) => error.extensions.field) ?? [];
  return { endpoint, ids: data, contact: data.data.events.contact, values, refused, errors: data.errors };
}

test("a payload holds what the endpoint may read; the rest is null, each with an error that names it", async () => {
  const [, contact] = account.contacts;
  const { ids, contact: read, values, refused, errors } = await told({}, contact!);
  expect(ids).toMatchObject({ version: 1, contactId: contact!.globalId });
  expect(read).toMatchObject({ firstName: expect.any(String), phone: expect.stringMatching(/^\+44/) });
  expect(read.consents).toEqual([{ purpose: "PROCESSING", state: "GIVEN", changedAt: null }]);
  expect(values).toMatchObject({ office: expect.any(String), salary_band: null, emergency_contact: null });
  expect(refused).toEqual(
    expect.arrayContaining(["Contact.customFields.salary_band", "Contact.customFields.emergency_contact"]),
  );
  expect(errors.map((error: any) => error.extensions.code)).toEqual(errors.map(() => "FORBIDDEN"));
});

test("a confidential field is read with a grant for exactly that field", async () => {
  const { values, refused } = await told({ fields: ["salary_band"] }, account.contacts[1]!);
  expect(values).toMatchObject({ salary_band: expect.any(String), emergency_contact: null });
  expect(refused).not.toContain("Contact.customFields.salary_band");
});

test("what was read of people stays out of the delivery log, though the receiver echoes it", async () => {
  const { contact, values, endpoint } = await told(
    {
      fields: ["salary_band"],
      reply: ({ body }) => ({ status: 200, body: body.slice(body.indexOf('"data":{"events')) }),
    },
    account.contacts[1]!,
  );
  const excerpt = async () => {
    const { node } = await platform.as(account.credentials.owner).ask<any>(
      `query ($id: ID!) { node(id: $id) { ... on WebhookEndpoint {
        deliveries(first: 1) { edges { node { attempts { excerpt } } } } } } }`,
      { id: endpoint.id },
    );
    return node.deliveries.edges[0].node.attempts[0]?.excerpt;
  };
  await expect.poll(excerpt).toContain('"firstName":"[sent]"');
  for (const value of [contact.firstName, contact.phone, values["office"], values["salary_band"]])
    expect(await excerpt()).not.toContain(value);
});

test("of a contact under restriction nothing is told, with a payload query and without, and nothing waits for it", async () => {
  const [, other, , contact] = account.contacts;
  await platform.admin`
    update identity.contact set restricted_at = ${platform.clock.now()} where id = ${contact!.id}`;
  const eventTypes = ["contact.updated"];
  const endpoints = [await endpointWith({ payloadQuery: QUERY, eventTypes }), await endpointWith({ eventTypes })];
  await happenTo(platform, account, [contact!.id, other!.id]);
  for (const endpoint of endpoints) {
    await expect.poll(() => endpoint.bodies()).toHaveLength(1);
    expect(endpoint.bodies()[0].data.contactId).toBe(other!.globalId);
  }
});

test("what the endpoint may not know of, or its query leaves out, is skipped and delays nothing", async () => {
  const blind = await endpointWith({ payloadQuery: QUERY, scopes: [] });
  const choosy = await endpointWith({
    payloadQuery: "subscription { events(types: [CONTACT_ARCHIVED]) { type } }",
  });
  const [, contact] = account.contacts;
  await happenTo(platform, account, [contact!.id]);
  await happenTo(platform, account, [contact!.id], "contact.archived");
  await expect.poll(() => choosy.bodies()).toHaveLength(1);
  expect(choosy.bodies()[0].data.data).toEqual({ events: { type: "CONTACT_ARCHIVED" } });
  const { node } = await platform
    .as(account.credentials.owner)
    .ask<any>(
      `query ($id: ID!) { node(id: $id) { ... on WebhookEndpoint { deliveries(first: 9) { edges { node { eventType } } } } } }`,
      { id: choosy.id },
    );
  expect(node.deliveries.edges.map((edge: any) => edge.node.eventType)).toEqual(["contact.archived"]);
  expect(blind.bodies()).toEqual([]);
});

test.each([
  ["subscription { events { name } }", /Cannot query field "name"/],
  ["subscription { submissionEvents { id } }", /Subscribe to `events`/],
  ["{ contacts { edges { cursor } } }", /GET|subscription|Subscribe/i],
  ["subscription { events {", /Syntax Error/],
])("refuses %s as a payload query, in the graph's own words", async (payloadQuery, words) => {
  const { createWebhookEndpoint } = await platform.as(account.credentials.owner).ask<any>(
    `mutation ($input: CreateWebhookEndpointInput!) { createWebhookEndpoint(input: $input) {
      __typename ... on UserError { message path } } }`,
    { input: { url: "http://127.0.0.1:9/", payloadQuery } },
  );
  expect(createWebhookEndpoint).toEqual({
    __typename: "InvalidWebhookEndpoint",
    path: ["input", "payloadQuery"],
    message: expect.stringMatching(words),
  });
});

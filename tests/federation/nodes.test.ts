import { readFile } from "node:fs/promises";
import { buildSchema, isObjectType } from "graphql";
import { afterAll, beforeAll, expect, test } from "vitest";
import { newId } from "@studio/kit/id.js";
import { toGlobalId } from "@studio/kit/paging/global-id.js";
import { createAccount, type TestAccount } from "../support/account.js";
import { bearer, comparable, onlyCode, post } from "../support/http.js";
import { createMediaThings } from "../support/media-things.js";
import { contactSession, staffToken } from "../support/people.js";
import { startTestPlatform, type TestPlatform } from "../support/platform.js";
import { createEndpoint, type TestEndpoint } from "../support/webhooks.js";

const api = buildSchema(await readFile(new URL("../../schema/api.graphql", import.meta.url), "utf8"));

/** Every type that the public graph says a global id finds again. */
const NODE_TYPES = Object.values(api.getTypeMap())
  .filter((type) => isObjectType(type) && type.getInterfaces().some(({ name }) => name === "Node"))
  .map(({ name }) => name);

let platform: TestPlatform;
let mine: Record<string, string>;
let theirs: Record<string, string>;
let owners: [mine: string, theirs: string];
const endpoints: TestEndpoint[] = [];

beforeAll(async () => {
  platform = await startTestPlatform();
  const accounts = [await createAccount(platform), await createAccount(platform)] as const;
  owners = [accounts[0].credentials.owner, accounts[1].credentials.owner];
  [mine, theirs] = [await oneOfEach(accounts[0]), await oneOfEach(accounts[1])];
});

afterAll(async () => {
  await Promise.all(endpoints.map(({ receiver }) => receiver.close()));
  await platform?.stop();
});

const ask = (token: string, query: string, variables: Record<string, unknown> = {}) =>
  post(platform.graphUrl, { query, variables }, bearer(token));

/** The first global id of a type in what an operation answers. */
async function idIn(type: string, token: string, query: string, variables: Record<string, unknown> = {}) {
  const { text } = await ask(token, query, variables);
  const ids = [...text.matchAll(/"id":"([\w-]+)"/g)].map(([, id]) => id!);
  const id = ids.find((one) => Buffer.from(one, "base64url").toString().startsWith(`${type}:`));
  if (!id) throw new Error(`No ${type} in ${text}`);
  return id;
}

/** The global id of one thing of each type in an account. */
async function oneOfEach(account: TestAccount): Promise<Record<string, string>> {
  const { owner } = account.credentials;
  const [contact] = account.contacts;
  const self = await contactSession(platform, account, 0);
  await staffToken(platform, account, ["contacts:read"]);
  return {
    Account: toGlobalId("Account", account.id),
    Contact: contact!.globalId,
    ContactField: toGlobalId("ContactField", account.fieldId("office")),
    Group: toGlobalId("Group", account.groups[0]),
    Photo: toGlobalId("Photo", contact!.photoId),
    Studio: account.studio.globalId,
    Submission: toGlobalId("Submission", contact!.submissionId),
    AuditEvent: await idIn("AuditEvent", owner, "{ auditEvents(first: 1) { edges { node { id } } } }"),
    BulkAction: await idIn(
      "BulkAction",
      owner,
      `mutation($id: ID!) { startBulkAction(input: { kind: ARCHIVE, target: { contactIds: [$id] } }) {
        ... on StartBulkActionPayload { bulkAction { id } } } }`,
      { id: account.contacts[4]!.globalId },
    ),
    DataSubjectRequest: await idIn(
      "DataSubjectRequest",
      self,
      `mutation { fileDataSubjectRequest(input: { kind: ACCESS }) {
        ... on FiledDataSubjectRequest { dataSubjectRequest { id } } } }`,
    ),
    Invitation: await idIn(
      "Invitation",
      owner,
      `mutation($contact: ID!, $studio: ID!) { inviteContact(input: { contactId: $contact, studioId: $studio }) {
        ... on InvitationPayload { invitation { id } } } }`,
      { contact: account.contacts[2]!.globalId, studio: account.studio.globalId },
    ),
    Member: await idIn("Member", owner, "{ members(first: 1) { edges { node { id } } } }"),
    SavedView: await idIn(
      "SavedView",
      owner,
      `mutation { createSavedView(input: { name: "All" }) { ... on SavedViewPayload { savedView { id } } } }`,
    ),
    SupportGrant: await idIn("SupportGrant", owner, "{ supportGrants(first: 1) { edges { node { id } } } }"),
    ...(await createMediaThings(platform, account, { collection: "Spring", gallery: "All", recipe: "badge" })),
    ...(await webhookOf(account)),
  };
}

async function webhookOf(account: TestAccount): Promise<Record<string, string>> {
  const endpoint = await createEndpoint(platform, account);
  endpoints.push(endpoint);
  const query = `mutation ($id: ID!) { sendTestWebhook(input: { id: $id }) {
    ... on WebhookDeliveryPayload { webhookDelivery { id } } } }`;
  const { owner } = account.credentials;
  return {
    WebhookEndpoint: endpoint.id,
    WebhookDelivery: await idIn("WebhookDelivery", owner, query, { id: endpoint.id }),
  };
}

const FIND = "query($id: ID!) { node(id: $id) { __typename id } }";

test("there is one of each type that implements Node to look for", () => {
  expect(Object.keys(mine).toSorted()).toEqual(NODE_TYPES.toSorted());
});

test.each(NODE_TYPES)("%s is found by its id in its own account, and in no other", async (type) => {
  const [id, foreign] = [mine[type]!, theirs[type]!];
  expect((await ask(owners[0], FIND, { id })).json).toMatchObject({ data: { node: { __typename: type, id } } });
  expect((await ask(owners[1], FIND, { id: foreign })).json).toMatchObject({ data: { node: { id: foreign } } });
  const another = await ask(owners[0], FIND, { id: foreign });
  expect([onlyCode(another), another.json?.data]).toEqual(["NOT_FOUND", { node: null }]);
  const never = await ask(owners[0], FIND, { id: toGlobalId(type, newId()) });
  expect(comparable(another)).toEqual(comparable(never));
});

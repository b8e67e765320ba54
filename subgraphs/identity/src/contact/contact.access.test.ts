import { afterAll, beforeAll, expect, test } from "vitest";
import type { ContactViewer, StaffViewer } from "@studio/kit/auth/viewer.js";
import { parseGlobalId, toGlobalId } from "@studio/kit/paging/global-id.js";
import { newAccount, type TestAccount } from "../../test/new-account.js";
import { anonymous, runIdentity, type RunningIdentity } from "../../test/running-identity.js";

const LIST = `query ($first: Int!, $after: String) { contacts(first: $first, after: $after) {
  edges { cursor node { id status firstName email phone externalId customFields { key field { sensitivity } value } } }
  pageInfo { hasNextPage endCursor } } }`;
const IDS = `query ($first: Int!, $after: String) { contacts(first: $first, after: $after) {
  edges { node { id } } pageInfo { hasNextPage hasPreviousPage endCursor } } }`;
const ONE = `query ($id: ID!) { contact(id: $id) { id firstName } }`;
const NODE = `query ($id: ID!) { node(id: $id) { __typename id ... on Contact { firstName } } }`;
const ENTITIES = `query ($of: [_Any!]!) { entities: _entities(representations: $of) { ... on Contact { id firstName } } }`;

let identity: RunningIdentity;
let ours: TestAccount;
let theirs: TestAccount;

beforeAll(async () => {
  identity = await runIdentity();
  ours = await newAccount(identity, 8);
  theirs = await newAccount(identity, 4);
});

afterAll(() => identity.stop());

const gid = (id: string) => toGlobalId("Contact", id);

test("the owner reads everything but what needs a purpose, with one error per field", async () => {
  const { data, errors } = await identity.ask(ours.member("owner"), LIST, { first: 100 });
  const nodes = data.contacts.edges.map((edge: { node: object }) => edge.node);
  expect(nodes).toHaveLength(8);
  expect(nodes[0]).toMatchObject({
    firstName: "Amina",
    email: "amina.abel.1@people.example.com",
    phone: "+447700900000",
    externalId: "E-000001",
  });
  const values = nodes[0].customFields.map(({ key, value }: { key: string; value: unknown }) => [key, value]);
  expect(values).toEqual([
    ["department", "engineering"],
    ["job_title", "Engineer"],
    ["languages", ["en", "de"]],
    ["office", "berlin"],
    ["employee_number", "N100000"],
    ["start_date", "2015-01-01"],
    ["remote_days", 0],
    ["salary_band", "A"],
    ["date_of_birth", "1960-01-01"],
    ["emergency_contact", null],
  ]);
  expect(errors.map(({ code, field, rows }) => ({ code, field, rows }))).toEqual([
    { code: "FORBIDDEN", field: "Contact.customFields.emergency_contact", rows: 8 },
  ]);
});

test("a coordinator sees their groups only, a masked phone, and nothing confidential", async () => {
  const { data, errors } = await identity.ask(ours.member("coordinator"), LIST, { first: 100 });
  const nodes: { id: string; phone: string }[] = data.contacts.edges.map((edge: { node: object }) => edge.node);
  expect(nodes.map((node) => node.id)).toEqual([0, 2, 4, 6].map((index) => gid(ours.contactId(index))));
  expect(nodes[1]).toMatchObject({
    phone: "•••• 0002",
    email: "chiara.cordeiro.3@people.example.com",
    externalId: null,
  });
  const denied = ["date_of_birth", "emergency_contact", "salary_band"].map((key) => `Contact.customFields.${key}`);
  expect(new Set(errors.map(({ field }) => field))).toEqual(new Set([...denied, "Contact.externalId"]));
  const other = await identity.ask(ours.member("coordinator"), ONE, { id: gid(ours.contactId(1)) });
  expect(other).toMatchObject({ data: { contact: null }, errors: [{ code: "NOT_FOUND" }] });
  const unassigned = await identity.ask({ ...ours.member("coordinator"), groupIds: [] }, IDS, { first: 10 });
  expect(unassigned.data.contacts.edges).toEqual([]);
});

test("pages follow each other without gap or repeat", async () => {
  const seen: string[] = [];
  for (let after: string | null = null, more = true; more;) {
    const { data } = await identity.ask(ours.member("admin"), IDS, { first: 3, after });
    seen.push(...data.contacts.edges.map((edge: { node: { id: string } }) => edge.node.id));
    after = data.contacts.pageInfo.endCursor;
    more = data.contacts.pageInfo.hasNextPage;
  }
  expect(seen).toEqual(Array.from({ length: 8 }, (_, index) => gid(ours.contactId(index))));
});

test("another account's contact is not found: by id, as a node, as an entity, or behind its cursor", async () => {
  const owner = ours.member("owner");
  const foreign = gid(theirs.contactId(0));
  expect(await identity.ask(owner, ONE, { id: foreign })).toMatchObject({
    data: { contact: null },
    errors: [{ code: "NOT_FOUND" }],
  });
  expect(await identity.ask(owner, NODE, { id: foreign })).toMatchObject({
    data: { node: null },
    errors: [{ code: "NOT_FOUND" }],
  });
  const of = [foreign, gid(ours.contactId(0)), "nonsense"].map((id) => ({ __typename: "Contact", id }));
  const entities = await identity.ask(owner, ENTITIES, { of });
  expect(entities.data.entities).toEqual([null, { id: gid(ours.contactId(0)), firstName: "Amina" }, null]);
  const page = await identity.ask(theirs.member("owner"), IDS, { first: 1 });
  const stolen = await identity.ask(owner, IDS, { first: 10, after: page.data.contacts.pageInfo.endCursor });
  expect(stolen).toMatchObject({ data: { contacts: null }, errors: [{ code: "NOT_FOUND" }] });
  const account = await identity.ask(owner, NODE, { id: toGlobalId("Account", theirs.accountId) });
  expect(account.errors).toMatchObject([{ code: "NOT_FOUND" }]);
});

test("a node answers for each entity of this subgraph", async () => {
  const owner = ours.member("owner");
  const { data } = await identity.ask(owner, `{ account { id } contactFields { id key } }`);
  expect(parseGlobalId(data.account.id)).toEqual({ type: "Account", id: ours.accountId });
  for (const id of [data.account.id, data.contactFields[0].id, gid(ours.contactId(3))]) {
    const found = await identity.ask(owner, NODE, { id });
    expect(found.data.node).toMatchObject({ __typename: parseGlobalId(id)!.type, id });
  }
});

test("an integration needs the scope, and a grant for what is confidential", async () => {
  const withGrant = await identity.ask(ours.integration(["contacts:read"], ["salary_band"]), LIST, { first: 2 });
  expect(withGrant.errors.map(({ field }) => field)).toEqual([
    "Contact.customFields.date_of_birth",
    "Contact.customFields.emergency_contact",
  ]);
  const without = await identity.ask(ours.integration([]), LIST, { first: 2 });
  expect(without).toMatchObject({ data: { contacts: null }, errors: [{ code: "FORBIDDEN" }] });
  const direct = await identity.ask(ours.integration([]), ONE, { id: gid(ours.contactId(0)) });
  expect(direct.data.contact).toBeNull();
});

test("nobody, and staff without a grant, get nothing; staff with one see masks", async () => {
  const staff: StaffViewer = { kind: "staff", staffId: "sam", accountId: null, grantId: null, scopes: [] };
  for (const viewer of [anonymous, { ...anonymous, accountId: ours.accountId }, staff]) {
    const isStaff = viewer.kind === "staff";
    const refused = isStaff
      ? { code: "FORBIDDEN", message: expect.stringMatching(/support grant.*requestSupportAccess/) }
      : { code: "UNAUTHENTICATED" };
    expect((await identity.ask(viewer, IDS, { first: 5 })).errors).toMatchObject([refused]);
    expect((await identity.ask(viewer, ONE, { id: gid(ours.contactId(0)) })).errors).toMatchObject([refused]);
    const entities = await identity.ask(viewer, ENTITIES, {
      of: [{ __typename: "Contact", id: gid(ours.contactId(0)) }],
    });
    expect(entities.data.entities).toEqual([null]);
  }
  const granted: StaffViewer = { ...staff, accountId: ours.accountId, grantId: "grant" };
  const { data } = await identity.ask(granted, LIST, { first: 1 });
  expect(data.contacts.edges[0].node).toMatchObject({
    email: "a•••@people.example.com",
    phone: "•••• 0000",
    firstName: "Amina",
  });
});

test("a contact sees themselves and nobody else", async () => {
  const contactId = ours.contactId(1);
  const self: ContactViewer = {
    kind: "contact",
    accountId: ours.accountId,
    contactId,
    studioId: contactId,
    sessionId: contactId,
  };
  const { data, errors } = await identity.ask(
    self,
    `{ viewer { kind account { name } contact { id customFields { key value } } } }`,
  );
  expect(errors).toEqual([]);
  expect(data.viewer).toMatchObject({
    kind: "CONTACT",
    account: { name: "Northwind" },
    contact: { id: gid(contactId) },
  });
  expect(data.viewer.contact.customFields.at(-1)).toMatchObject({
    key: "emergency_contact",
    value: expect.stringContaining("Partner"),
  });
  expect((await identity.ask(self, ONE, { id: gid(ours.contactId(2)) })).errors).toMatchObject([{ code: "NOT_FOUND" }]);
  expect((await identity.ask(self, IDS, { first: 5 })).errors).toMatchObject([{ code: "FORBIDDEN" }]);
});

test("a contact under restriction shows most people the id and the flag alone", async () => {
  const account = await newAccount(identity, 1);
  await identity.admin`update identity.contact set restricted_at = now() where account_id = ${account.accountId}`;
  const closed = [
    "status",
    "version",
    "mergedInto { id }",
    "invitations(first: 1) { edges { node { id } } }",
    "firstName",
  ];
  const query = `{ contacts { edges { node { id processingRestrictedAt ${closed.join(" ")}
    customFields(keys: ["department"]) { value } } } } }`;
  const { data, errors } = await identity.ask(account.member("admin"), query);
  const { id, processingRestrictedAt, customFields, ...others } = data.contacts.edges[0].node;
  expect([id, processingRestrictedAt, customFields]).toEqual([expect.any(String), expect.any(Date), [{ value: null }]]);
  expect(new Set(Object.values(others))).toEqual(new Set([null]));
  const names = closed.map((field) => `Contact.${field.split(/\W/)[0]}`);
  expect(new Set(errors.map(({ field }) => field))).toEqual(new Set([...names, "Contact.customFields.department"]));
});

import { afterAll, beforeAll, expect, test } from "vitest";
import { toGlobalId } from "@studio/kit/paging/global-id.js";
import { newAccount, type TestAccount } from "../../test/new-account.js";
import { letIn } from "../../test/people.js";
import { runIdentity, type RunningIdentity } from "../../test/running-identity.js";

let identity: RunningIdentity;

beforeAll(async () => {
  identity = await runIdentity();
});

afterAll(() => identity.stop());

const READ = `query ($first: Int!) { contacts(first: $first) { edges { node { id firstName email
  customFields(keys: ["office", "salary_band"]) { key value } } } } }`;

const readsOf = (of: TestAccount) => identity.admin<
  { actor_id: string; subject_id: string; request_id: string; fields: string[] }[]
>`select actor_id, subject_id, request_id, fields from compliance.audit_event
  where account_id = ${of.accountId} and action = 'staff.read' order by position`;

test("what staff read is named in the account's audit trail: one entry a request, by id and field", async () => {
  const of = await newAccount(identity, 3);
  const staff = await letIn(identity, of);
  const { data, errors } = await identity.ask(staff, READ, { first: 2 });
  expect(errors.map(({ field }) => field)).toEqual(["Contact.customFields.salary_band"]);
  expect(data.contacts.edges[0].node.email).toContain("•••");
  const reads = await readsOf(of);
  const lines = [0, 1].map(
    (index) => `${toGlobalId("Contact", of.contactId(index))}: id, firstName, email, customFields, customFields.office`,
  );
  expect(reads).toEqual([
    { actor_id: staff.staffId, subject_id: staff.grantId, request_id: "request", fields: expect.any(Array) },
  ]);
  expect(reads.flatMap(({ fields }) => fields).toSorted()).toEqual(lines.toSorted());
  expect(JSON.stringify(reads)).not.toContain(data.contacts.edges[0].node.firstName);
});

test("looking at no person leaves no entry, and members' reads are theirs alone", async () => {
  const of = await newAccount(identity, 1);
  const staff = await letIn(identity, of);
  expect((await identity.ask(staff, "{ viewer { kind } account { name } }")).errors).toEqual([]);
  await identity.ask(of.member("owner"), READ, { first: 1 });
  expect(await readsOf(of)).toEqual([]);
});

test("what staff filter, search, order and count by is recorded too, though no person is shown", async () => {
  const of = await newAccount(identity, 3);
  const staff = await letIn(identity, of);
  const account = toGlobalId("Account", of.accountId);
  const used = async (query: string) => {
    expect((await identity.ask(staff, query)).errors).toEqual([]);
    return (await readsOf(of)).at(-1)!.fields;
  };
  expect(await used('{ contacts(filter: { not: { firstName: { eq: "x" } } }) { totalCount } }')).toEqual([
    `${account}: contacts by firstName`,
  ]);
  expect(await used('{ contactStats(facets: [{ custom: "office" }]) { facets { values { count } } } }')).toEqual([
    `${account}: contacts by office`,
  ]);
  expect(await used('{ contacts(search: "am", orderBy: [{ field: STATUS }]) { totalCount } }')).toEqual([
    `${account}: contacts by firstName, contacts by lastName, contacts by status`,
  ]);
  const refused = await identity.ask(staff, '{ contacts(filter: { email: { contains: "a" } }) { totalCount } }');
  expect(refused.errors.map(({ field }) => field)).toEqual(["Contact.email"]);
  expect(await readsOf(of)).toHaveLength(3);
});

test("a read that cannot be recorded shows nothing", async () => {
  const of = await newAccount(identity, 1);
  const staff = await letIn(identity, of);
  await identity.admin`revoke execute on function compliance.append_audit from studio_identity`;
  try {
    const { data, errors } = await identity.ask(staff, READ, { first: 1 });
    expect(data).toBeUndefined();
    expect(errors.map(({ code }) => code)).toEqual(["INTERNAL"]);
    expect((await identity.ask(of.member("owner"), READ, { first: 1 })).data.contacts.edges).toHaveLength(1);
  } finally {
    await identity.admin`grant execute on function compliance.append_audit to studio_identity`;
  }
  expect((await identity.ask(staff, READ, { first: 1 })).data.contacts.edges).toHaveLength(1);
});

test("a contact by its id, and as another subgraph names it, is recorded too", async () => {
  const of = await newAccount(identity, 1);
  const staff = await letIn(identity, of);
  const id = toGlobalId("Contact", of.contactId(0));
  await identity.ask(staff, "query ($id: ID!) { contact(id: $id) { lastName } }", { id });
  const entity = `query ($id: ID!) { _entities(representations: [{ __typename: "Contact", id: $id }]) { ... on Contact { phone } } }`;
  await identity.ask(staff, entity, { id });
  expect((await readsOf(of)).map(({ fields }) => fields)).toEqual([[`${id}: lastName`], [`${id}: phone`]]);
});

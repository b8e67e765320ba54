import { afterAll, beforeAll, expect, test } from "vitest";
import type { StatedPurpose } from "@studio/kit/auth/purpose.js";
import type { Viewer } from "@studio/kit/auth/viewer.js";
import { toGlobalId } from "@studio/kit/paging/global-id.js";
import { newAccount, type TestAccount } from "../../test/new-account.js";
import { runIdentity, type RunningIdentity } from "../../test/running-identity.js";

let identity: RunningIdentity;
let account: TestAccount;

beforeAll(async () => {
  identity = await runIdentity();
  account = await newAccount(identity, 6);
});

afterAll(() => identity.stop());

const PURPOSE: StatedPurpose = { purpose: "vital_interests", note: "case 7" };

const L3 = `query ($id: ID!) { contact(id: $id) { email customFields(keys: ["emergency_contact"]) { value } } }`;
const SEARCH = `query ($filter: ContactFilter) { contacts(filter: $filter) { edges { node { id } } } }`;

/** Answers `query` for a viewer who states a purpose, as the gateway passes it on. */
async function askFor(viewer: Viewer, query: string, variables: Record<string, unknown>, purpose = PURPOSE) {
  const { data, errors } = await identity.ask(viewer, query, variables, purpose);
  return { data, codes: errors.map(({ code }) => code) };
}

const reads = (of: TestAccount) => identity.admin<{ action: string; subject_id: string; fields: string[] }[]>`
  select action, actor_id, subject_id, reason, fields from compliance.audit_event
  where account_id = ${of.accountId} and action like '%.read' order by position`;

test.each(["owner", "privacy_officer"] as const)(
  "a stated purpose opens L3 to the %s, and is on record",
  async (role) => {
    const own = await newAccount(identity, 3);
    const viewer = own.member(role);
    const id = toGlobalId("Contact", own.contactId(2));
    const without = await identity.ask(viewer, L3, { id });
    expect(without.errors).toMatchObject([{ code: "FORBIDDEN", message: expect.stringContaining("Studio-Purpose") }]);
    expect([...(await reads(own))]).toEqual([]);
    const { data, codes } = await askFor(viewer, L3, { id });
    expect([codes, data.contact.customFields]).toEqual([[], [{ value: expect.any(String) }]]);
    expect([...(await reads(own))]).toEqual([
      {
        action: "contact.read",
        actor_id: viewer.memberId,
        subject_id: own.contactId(2),
        reason: "VITAL_INTERESTS: case 7",
        fields: ["customFields.emergency_contact"],
      },
    ]);
  },
);

test("a purpose opens to nobody what the matrix denies them", async () => {
  const id = toGlobalId("Contact", account.contactId(2));
  const hr = account.hr(["emergency_contact"]);
  const integration = account.integration(["contacts:read"], ["emergency_contact"]);
  for (const viewer of [account.member("admin"), account.member("coordinator"), hr, integration]) {
    const { data, codes } = await askFor(viewer, L3, { id });
    expect([data.contact.customFields[0].value, codes]).toEqual([null, ["FORBIDDEN"]]);
  }
  expect([...(await reads(account))]).toEqual([]);
});

test("a contact who reads their own L3 value leaves an entry without a purpose", async () => {
  const own = await newAccount(identity, 3);
  const [contactId, accountId] = [own.contactId(2), own.accountId];
  const self: Viewer = { kind: "contact", accountId, contactId, studioId: "s", sessionId: "x" };
  await identity.ask(self, L3, { id: toGlobalId("Contact", contactId) });
  expect([...(await reads(own))]).toMatchObject([{ action: "contact.read", actor_id: contactId, reason: null }]);
});

test("a contact under restriction opens to a purpose, and every field that was read is on record", async () => {
  const own = await newAccount(identity, 2);
  const contactId = own.contactId(1);
  await identity.admin`update identity.contact set restricted_at = now() where id = ${contactId}`;
  const id = toGlobalId("Contact", contactId);
  const owner = own.member("owner");
  expect((await identity.ask(owner, L3, { id })).data.contact.email).toBeNull();
  expect((await askFor(owner, L3, { id })).data.contact.email).toMatch(/@/);
  expect((await askFor(own.member("admin"), L3, { id })).data.contact.email).toBeNull();
  expect([...(await reads(own))]).toMatchObject([{ fields: ["email", "customFields.emergency_contact"] }]);
});

test("a purpose finds a contact under restriction by what it opens, and the search is on record", async () => {
  const own = await newAccount(identity, 3);
  await identity.admin`
    update identity.contact set restricted_at = now(), last_name = 'Hidden' where id = ${own.contactId(1)}`;
  const filter = { lastName: { eq: "Hidden" } };
  const owner = own.member("owner");
  expect((await identity.ask(owner, SEARCH, { filter })).data.contacts.edges).toHaveLength(0);
  expect((await askFor(owner, SEARCH, { filter })).data.contacts.edges).toHaveLength(1);
  expect((await askFor(own.member("admin"), SEARCH, { filter })).data.contacts.edges).toHaveLength(0);
  expect([...(await reads(own))]).toMatchObject([
    { action: "account.read", subject_id: own.accountId, fields: ["contacts by lastName"] },
  ]);
});

test("an L3 field in an argument is refused like the field, and with a purpose its use is on record", async () => {
  const own = await newAccount(identity, 3);
  const filter = { custom: { key: "emergency_contact", isSet: true } };
  const refused = await identity.ask(own.member("owner"), SEARCH, { filter });
  expect([refused.data.contacts, refused.errors[0]?.code]).toEqual([null, "FORBIDDEN"]);
  expect((await askFor(own.member("owner"), SEARCH, { filter })).codes).toEqual([]);
  expect([...(await reads(own))]).toMatchObject([{ fields: ["contacts by emergency_contact"] }]);
});

test("a read that cannot be recorded shows nothing", async () => {
  const id = toGlobalId("Contact", account.contactId(2));
  await identity.admin`revoke execute on function compliance.append_audit from studio_identity`;
  try {
    const { data, codes } = await askFor(account.member("owner"), L3, { id });
    expect([data, codes]).toEqual([undefined, ["INTERNAL"]]);
  } finally {
    await identity.admin`grant execute on function compliance.append_audit to studio_identity`;
  }
});

test("counting, converting and opening up the values of an L3 field takes a purpose too, and is on record", async () => {
  const own = await newAccount(identity, 3);
  const owner = own.member("owner");
  const id = toGlobalId("ContactField", own.seed.fieldIdOf("emergency_contact"));
  const added = `mutation ($input: CreateContactFieldInput!) { createContactField(input: $input) {
    ... on CreateContactFieldPayload { field { id } } } }`;
  const definition = { key: "guess", labels: [{ locale: "en", text: "Guess" }], type: "TEXT", sensitivity: "L3" };
  const input = { definition: { ...definition, owner: "ADMIN", purpose: "Guesses a value." } };
  const { data } = await identity.ask(owner, added, { input });
  const to = data.createContactField.field.id;
  const previews = [
    [`query ($id: ID!) { previewContactFieldDeletion(id: $id) { values } }`, { id }],
    [
      `query ($input: FieldMigrationInput!) { previewFieldMigration(input: $input) { values convertible } }`,
      { input: { from: id, to } },
    ],
    [
      `mutation ($input: UpdateContactFieldInput!) { updateContactField(input: $input) { __typename } }`,
      { input: { id, version: 1, sensitivity: "L1" } },
    ],
  ] as const;
  for (const [query, variables] of previews) {
    const refused = await identity.ask(owner, query, variables);
    expect(refused.errors).toMatchObject([{ code: "FORBIDDEN", field: "Contact.customFields.emergency_contact" }]);
    expect((await askFor(owner, query, variables)).codes).toEqual([]);
  }
  expect((await reads(own)).map(({ fields }) => fields)).toEqual([
    ["values of emergency_contact"],
    ["values of emergency_contact", "values of guess"],
    ["values of emergency_contact"],
  ]);
});

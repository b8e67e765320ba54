import { afterAll, beforeAll, beforeEach, expect, test } from "vitest";
import type { StaffViewer, Viewer } from "@studio/kit/auth/viewer.js";
import { edit, gid, problemsOf, selfOf, tracesOf } from "../../test/edit-contact.js";
import { newAccount, type TestAccount } from "../../test/new-account.js";
import { runIdentity, type RunningIdentity } from "../../test/running-identity.js";

let identity: RunningIdentity;
let account: TestAccount;

beforeAll(async () => {
  identity = await runIdentity();
});

beforeEach(async () => {
  account = await newAccount(identity);
});

afterAll(() => identity.stop());

const NOA = { firstName: "Noa", lastName: "Weber", email: "noa@example.org" };

const valuesOf = (contact: { customFields: { key: string; value: unknown }[] }) =>
  Object.fromEntries(contact.customFields.map(({ key, value }) => [key, value]));

const create = (input: Record<string, unknown>, viewer: Viewer = account.member("owner")) =>
  edit(identity, viewer, "createContact", { ...NOA, ...input });

const update = (index: number, input: Record<string, unknown>, viewer: Viewer = account.member("owner")) =>
  edit(identity, viewer, "updateContact", { id: gid(account.contactId(index)), version: 1, ...input });

test("creates a contact with every kind of value, leaving an audit entry and an event", async () => {
  const made = await create({
    phone: "+49 151 2345-678",
    externalId: "N-1",
    customFields: [
      { key: "office", value: "berlin" },
      { key: "salary_band", value: "C" },
    ],
  });
  expect(made).toMatchObject({
    type: "CreateContactPayload",
    contact: { status: "UNVERIFIED", version: 1, email: "noa@example.org", phone: "+491512345678", externalId: "N-1" },
  });
  expect(valuesOf(made.contact)).toMatchObject({ office: "berlin", salary_band: "C", department: null });
  const id = Buffer.from(made.contact.id, "base64url").toString().slice("Contact:".length);
  expect(await tracesOf(identity, id)).toEqual({ audit: ["contact.created"], events: ["contact.created"] });
});

test("P02: a contact has a first name, a last name and an email, and a phone only if they like", async () => {
  for (const field of Object.keys(NOA))
    expect(problemsOf(await create({ [field]: " " }))).toEqual([`InvalidValue ${field}`]);
  expect((await create({})).contact).toMatchObject({ ...NOA, phone: null });
});

test("tells everything that is wrong with a new contact at once, by its place, and writes nothing", async () => {
  const refused = await create({
    firstName: " ",
    email: "amina.abel.1@people.example.com",
    phone: "0151",
    externalId: "E-000002",
    customFields: [
      { key: "shoe_size", value: 43 },
      { key: "start_date", value: "31.12.2024" },
      { key: "office", value: "berlin" },
      { key: "office", value: "berlin" },
    ],
  });
  expect(refused.type).toBe("InvalidContact");
  expect(problemsOf(refused)).toEqual([
    "InvalidValue firstName",
    "InvalidValue phone",
    "UnknownField customFields.0.key",
    "InvalidValue customFields.1.value",
    "InvalidValue customFields.3.key",
    "EmailTaken email",
    "ExternalIdTaken externalId",
  ]);
  const [count] =
    await identity.admin`select count(*)::int as n from identity.contact where account_id = ${account.accountId}`;
  expect(count!["n"]).toBe(6);
});

test("an email is one however it is written, and a look-alike is another", async () => {
  expect((await create({ email: "Bücher@bücher.example" })).type).toBe("CreateContactPayload");
  for (const same of ["BÜCHER@BÜCHER.example", "bücher@xn--bcher-kva.EXAMPLE", "bu\u0308cher@bu\u0308cher.example"]) {
    expect(problemsOf(await create({ email: same }))).toEqual(["EmailTaken email"]);
  }
  expect((await create({ email: "b\u0440cher@bücher.example" })).type).toBe("CreateContactPayload");
  const other = await newAccount(identity, 1);
  expect((await create({ email: "bücher@bücher.example" }, other.member("owner"))).type).toBe("CreateContactPayload");
});

test("two at once with one email make one contact", async () => {
  const both = await Promise.all([create({}), create({ email: "NOA@example.org" })]);
  expect(new Set(both.map(({ type }) => type))).toEqual(new Set(["CreateContactPayload", "InvalidContact"]));
});

test("an admin may not give an external id or a confidential value, an HR client not what it does not keep", async () => {
  const salary = [{ key: "salary_band", value: "C" }];
  expect(problemsOf(await create({ externalId: "N-2", customFields: salary }, account.member("admin")))).toEqual([
    "FieldNotWritable externalId",
    "FieldNotWritable customFields.0.value",
  ]);
  const office = [{ key: "office", value: "berlin" }];
  expect(problemsOf(await create({ externalId: "N-2", customFields: office }, account.hr()))).toEqual([
    "FieldNotWritable customFields.0.value",
  ]);
});

test("changes what differs and may be written; what is so already passes, whoever keeps it", async () => {
  const salary = [{ key: "salary_band", value: "A" }];
  const changed = await update(0, { firstName: "Renamed", externalId: "E-000001", customFields: salary });
  expect(changed).toMatchObject({ type: "UpdateContactPayload", contact: { firstName: "Renamed", version: 2 } });
  const admin = account.member("admin");
  const form = { version: 2, lastName: "Changed", externalId: "E-000001", customFields: salary };
  expect(await update(0, form, admin)).toMatchObject({ contact: { lastName: "Changed", version: 3 } });
  const guess = { version: 3, lastName: "Kept", customFields: [{ key: "salary_band", value: "B" }] };
  expect(problemsOf(await update(0, guess, admin))).toEqual(["FieldNotWritable customFields.0.value"]);
  expect(await update(0, { version: 3, lastName: "Changed" })).toMatchObject({ contact: { version: 3 } });
  expect(await tracesOf(identity, account.contactId(0))).toEqual({
    audit: ["contact.updated", "contact.updated"],
    events: ["contact.updated", "contact.updated"],
  });
});

test("a version that is not the newest changes nothing and tells the newest", async () => {
  await update(0, { firstName: "First" });
  const late = await update(0, { firstName: "Second" });
  expect(late).toMatchObject({ type: "VersionConflict", path: ["input", "version"], currentVersion: 2 });
  const racing = await Promise.all(["One", "Two", "Three", "Four"].map((firstName) => update(1, { firstName })));
  expect(racing.filter(({ type }) => type === "UpdateContactPayload")).toHaveLength(1);
  expect(racing.filter((result) => result.currentVersion === 2)).toHaveLength(3);
});

test("a coordinator changes public fields of their own groups, and nothing else", async () => {
  const coordinator = account.member("coordinator");
  const office = [{ key: "job_title", value: "Poet" }];
  expect((await update(0, { customFields: office }, coordinator)).type).toBe("UpdateContactPayload");
  expect(problemsOf(await update(2, { firstName: "Other" }, coordinator))).toEqual(["FieldNotWritable firstName"]);
  expect((await update(1, { customFields: office }, coordinator)).refused).toMatchObject([{ code: "NOT_FOUND" }]);
});

test("another account's contact is not found, and those who may change nothing are turned away", async () => {
  const other = await newAccount(identity, 1);
  for (const name of ["updateContact", "archiveContact", "restoreContact"] as const) {
    const input = { id: gid(account.contactId(0)), version: 1 };
    expect((await edit(identity, other.member("owner"), name, input)).refused).toMatchObject([{ code: "NOT_FOUND" }]);
    const staff: StaffViewer = { kind: "staff", staffId: "p", accountId: account.accountId, grantId: "g", scopes: [] };
    const scopeless = { ...account.hr(), scopes: [] };
    for (const viewer of [account.member("privacy_officer"), account.integration(["contacts:write"]), staff, scopeless])
      expect((await edit(identity, viewer, name, input)).refused).toMatchObject([{ code: "FORBIDDEN" }]);
  }
  const self = selfOf(account.accountId, account.contactId(0));
  for (const viewer of [account.member("coordinator"), self]) {
    expect((await create({}, viewer)).refused).toMatchObject([{ code: "FORBIDDEN" }]);
  }
  expect((await update(1, { firstName: "Not me" }, self)).refused).toMatchObject([{ code: "NOT_FOUND" }]);
});

test("an archived contact is signed out, and restoring brings back what they were", async () => {
  const id = gid(account.contactId(0));
  const owner = account.member("owner");
  await identity.admin`insert into identity.session values (${account.accountId}, gen_random_uuid(), '\\x00',
    ${account.contactId(0)}, gen_random_uuid(), now(), now() + interval '1 day')`;
  expect(await edit(identity, owner, "restoreContact", { id })).toMatchObject({
    type: "ContactStateConflict",
    status: "VERIFIED",
  });
  expect(await edit(identity, owner, "archiveContact", { id, version: 7 })).toMatchObject({ currentVersion: 1 });
  const archived = await edit(identity, owner, "archiveContact", { id, version: 1 });
  expect(archived.contact).toMatchObject({ status: "ARCHIVED", version: 2 });
  expect(await edit(identity, owner, "archiveContact", { id })).toMatchObject({ type: "ContactStateConflict" });
  const [session] =
    await identity.admin`select revoked_at from identity.session where contact_id = ${account.contactId(0)}`;
  expect(session!["revoked_at"]).not.toBeNull();
  expect((await edit(identity, owner, "restoreContact", { id })).contact).toMatchObject({
    status: "VERIFIED",
    version: 3,
  });
  expect(await tracesOf(identity, account.contactId(0))).toEqual({
    audit: ["contact.archived", "contact.restored"],
    events: ["contact.archived", "contact.restored"],
  });
});

test("what is erased stays so", async () => {
  const id = gid(account.contactId(0));
  await identity.admin`update identity.contact set status = 'erased', email = null, email_key = null
    where id = ${account.contactId(0)}`;
  const owner = account.member("owner");
  expect(await update(0, { firstName: "Back" })).toMatchObject({ type: "ContactStateConflict", status: "ERASED" });
  for (const name of ["archiveContact", "restoreContact"] as const)
    expect(await edit(identity, owner, name, { id })).toMatchObject({ type: "ContactStateConflict", status: "ERASED" });
});

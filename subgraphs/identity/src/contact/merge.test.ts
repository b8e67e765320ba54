import { sql } from "drizzle-orm";
import { afterAll, beforeAll, beforeEach, expect, test } from "vitest";
import type { Viewer } from "@studio/kit/auth/viewer.js";
import { newId } from "@studio/kit/id.js";
import { edit, gid, selfOf, tracesOf } from "../../test/edit-contact.js";
import { MERGED_CONTACT, merge as mergeContacts, undo as undoMerge } from "../../test/merge.js";
import { letIn } from "../../test/people.js";
import { newAccount, type TestAccount } from "../../test/new-account.js";
import { runIdentity, type RunningIdentity } from "../../test/running-identity.js";

let identity: RunningIdentity;
let account: TestAccount;
let survivor: string;
let duplicate: string;

beforeAll(async () => {
  identity = await runIdentity();
});

beforeEach(async () => {
  account = await newAccount(identity);
  [survivor, duplicate] = [account.contactId(0), account.contactId(1)];
});

afterAll(() => identity.stop());

const owner = () => account.member("owner");

const merge = (more: Record<string, unknown> = {}, viewer: Viewer = owner()) =>
  mergeContacts(identity, viewer, { survivor, duplicate, ...more });

const undo = (viewer: Viewer = owner(), id = duplicate) => undoMerge(identity, viewer, id);

const valuesOf = (contact: { customFields: { key: string; value: unknown }[] }) =>
  Object.fromEntries(contact.customFields.map(({ key, value }) => [key, value]));

/** Leaves the survivor without what a duplicate can fill. */
const makeGaps = async () => {
  const cleared = ["office", "salary_band", "job_title"].map((key) => ({ key, value: null }));
  const input = { id: gid(survivor), version: 1, phone: null, externalId: null, customFields: cleared };
  await edit(identity, owner(), "updateContact", input);
  const given = [
    { key: "office", value: "lisbon" },
    { key: "salary_band", value: "D" },
    { key: "department", value: "sales" },
  ];
  await edit(identity, owner(), "updateContact", {
    id: gid(duplicate),
    version: 1,
    phone: "+4930123456",
    customFields: given,
  });
};

const see = async (contactId: string) =>
  (await identity.ask(owner(), `query ($id: ID!) { contact(id: $id) { ${MERGED_CONTACT} } }`, { id: gid(contactId) }))
    .data.contact;

test("the survivor's values win, gaps are filled from the duplicate, and undoing restores both", async () => {
  await makeGaps();
  const before = [await see(survivor), await see(duplicate)];
  const merged = await merge({ ifVersions: { survivor: 2, duplicate: 2 } });
  expect(merged).toMatchObject({
    type: "MergeContactsPayload",
    contact: { version: 3, phone: "+4930123456", externalId: "E-000002", email: before[0].email, mergedInto: null },
    duplicate: { status: "ARCHIVED", externalId: null, mergedInto: { id: gid(survivor) } },
  });
  const was = valuesOf(before[0]);
  expect(valuesOf(merged.contact)).toMatchObject({ office: "lisbon", salary_band: "D", department: was["department"] });
  const undone = await undo();
  const withoutVersion = (contact: object) => ({ ...contact, version: null });
  expect([undone.contact, undone.duplicate].map(withoutVersion)).toEqual(before.map(withoutVersion));
  expect((await tracesOf(identity, survivor)).events.slice(-2)).toEqual(["contact.merged", "contact.unmerged"]);
  expect((await tracesOf(identity, duplicate)).audit.slice(-2)).toEqual(["contact.merged_away", "contact.unmerged"]);
});

test("what the survivor was given since the merge stays theirs", async () => {
  await makeGaps();
  await merge();
  const changed = [{ key: "office", value: "berlin" }];
  const input = { id: gid(survivor), version: 3, phone: "+4940999999", customFields: changed };
  expect((await edit(identity, owner(), "updateContact", input)).type).toBe("UpdateContactPayload");
  const undone = await undo();
  expect(undone.contact.phone).toBe("+4940999999");
  expect(valuesOf(undone.contact)).toMatchObject({ office: "berlin", salary_band: null });
  expect(undone.duplicate).toMatchObject({ phone: "+4930123456", status: "VERIFIED" });
});

test("an external id that the survivor was given since stays theirs, and the duplicate's is theirs again if it is free", async () => {
  await makeGaps();
  const rename = (id: string, version: number, externalId: string | null) =>
    edit(identity, owner(), "updateContact", { id: gid(id), version, externalId });
  const merged = await merge();
  await rename(survivor, merged.contact.version, "HR-NEW");
  const undone = await undo();
  expect([undone.contact.externalId, undone.duplicate.externalId]).toEqual(["HR-NEW", "E-000002"]);
  await rename(survivor, undone.contact.version, null);
  const again = await merge();
  expect(again.contact.externalId).toBe("E-000002");
  const [receipt] = await identity.admin`select receipt from identity.contact_merge where undone_at is null
    and duplicate_id = ${duplicate}`;
  expect(JSON.stringify(receipt)).not.toContain("E-000002");
  await rename(survivor, again.contact.version, null);
  const third = (await see(account.contactId(2))).version;
  expect((await rename(account.contactId(2), third, "E-000002")).type).toBe("UpdateContactPayload");
  const last = await undo();
  expect([last.contact.externalId, last.duplicate.externalId]).toEqual([null, null]);
});

test("a merged contact is signed out and takes no change, and the merge is undone once", async () => {
  await identity.admin`insert into identity.session values (${account.accountId}, ${newId()}, '\\x01', ${duplicate},
    ${newId()}, now(), now() + interval '1 day')`;
  await merge();
  const [session] = await identity.admin`select revoked_at from identity.session where contact_id = ${duplicate}`;
  expect(session!["revoked_at"]).not.toBeNull();
  for (const name of ["updateContact", "archiveContact", "restoreContact"] as const)
    expect(await edit(identity, owner(), name, { id: gid(duplicate), version: 2 })).toMatchObject({
      type: "ContactStateConflict",
    });
  const both = await Promise.all([undo(), undo()]);
  expect(new Set(both.map(({ type }) => type))).toEqual(new Set(["UndoMergePayload", "ContactStateConflict"]));
});

test("refuses what cannot be merged or undone, and says where", async () => {
  expect(await merge({ duplicateId: gid(survivor) })).toMatchObject({ type: "InvalidValue" });
  const stale = { ifVersions: { survivor: 1, duplicate: 9 } };
  expect(await merge(stale)).toMatchObject({ type: "VersionConflict", path: ["input", "ifVersions", "duplicate"] });
  expect(await undo()).toMatchObject({ type: "ContactStateConflict" });
  await identity.admin`update identity.contact set restricted_at = now() where id = ${survivor}`;
  for (const ifVersions of [undefined, { survivor: 9, duplicate: 9 }])
    expect(await merge({ ifVersions })).toMatchObject({ type: "ProcessingRestricted", path: ["input", "survivorId"] });
  await identity.admin`update identity.contact set restricted_at = null where id = ${survivor}`;
  await identity.admin`update identity.contact set restricted_at = now() where id = ${duplicate}`;
  expect(await undo()).toMatchObject({ type: "ProcessingRestricted", path: ["input", "duplicateId"] });
  await identity.admin`update identity.contact set restricted_at = null where id = ${duplicate}`;
  await merge();
  await identity.admin`update identity.contact set status = 'erased', email = null, email_key = null
    where id = ${duplicate}`;
  expect(await undo()).toMatchObject({ type: "ContactStateConflict", path: ["input", "duplicateId"] });
});

test("the survivor's restriction covers what was merged into them, and is lifted from it too", async () => {
  const first = account.contactId(2);
  await merge({ survivor: duplicate, duplicate: first });
  await merge();
  const db = identity.openAs("identity");
  const restrict = (id: string, at: string | null) =>
    db.inAccount(account.accountId, (tx) =>
      tx.execute(sql`update identity.contact set restricted_at = ${at} where id = ${id}`),
    );
  const ask = `query ($id: ID!) { contact(id: $id) { ${MERGED_CONTACT} processingRestrictedAt } }`;
  const seen = async (id: string, viewer: Viewer) => (await identity.ask(viewer, ask, { id: gid(id) })).data.contact;
  const told = ({ customFields, ...rest }: Parameters<typeof valuesOf>[0]) =>
    Object.entries({ ...rest, ...valuesOf({ customFields }) }).flatMap(([name, value]) => (value === null ? [] : name));
  const viewers = [account.member("admin"), account.hr(), account.integration(["contacts:read"])];
  await restrict(survivor, "2026-01-05T10:00:00Z");
  for (const viewer of viewers)
    for (const id of [duplicate, first]) expect(told(await seen(id, viewer))).toEqual(["id", "processingRestrictedAt"]);
  const staff = await letIn(identity, account);
  expect(await seen(duplicate, staff)).toBeNull();
  expect(await undo()).toMatchObject({ type: "ProcessingRestricted" });
  await restrict(first, "2026-01-06T10:00:00Z");
  await restrict(survivor, null);
  for (const viewer of viewers) {
    expect(told(await seen(first, viewer))).toEqual(["id", "processingRestrictedAt"]);
    expect(await seen(duplicate, viewer)).toMatchObject({ status: "ARCHIVED", processingRestrictedAt: null });
  }
  expect(await seen(duplicate, staff)).toMatchObject({ id: gid(duplicate) });
  await undo();
  for (const id of [survivor, duplicate]) {
    const { processingRestrictedAt, firstName } = await seen(id, owner());
    expect([processingRestrictedAt, firstName]).toEqual([null, expect.any(String)]);
  }
});

test("is for owners and admins of the account alone", async () => {
  const other = await newAccount(identity, 2);
  expect((await merge({}, other.member("owner"))).refused).toMatchObject([{ code: "NOT_FOUND" }]);
  expect((await merge({ duplicateId: gid(other.contactId(0)) })).refused).toMatchObject([{ code: "NOT_FOUND" }]);
  const self = selfOf(account.accountId, survivor);
  for (const viewer of [account.member("coordinator"), account.member("privacy_officer"), account.hr(), self]) {
    expect((await merge({}, viewer)).refused).toMatchObject([{ code: "FORBIDDEN" }]);
    expect((await undo(viewer)).refused).toMatchObject([{ code: "FORBIDDEN" }]);
  }
});

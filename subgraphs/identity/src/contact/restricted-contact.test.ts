import { afterAll, beforeAll, expect, test } from "vitest";
import { edit, gid, problemsOf, selfOf, tracesOf } from "../../test/edit-contact.js";
import { newAccount } from "../../test/new-account.js";
import { runIdentity, type RunningIdentity } from "../../test/running-identity.js";

let identity: RunningIdentity;

beforeAll(async () => {
  identity = await runIdentity();
});

afterAll(() => identity.stop());

test("under restriction nothing is changed, and only the HR system sets a contact aside", async () => {
  const account = await newAccount(identity);
  const [contactId, id] = [account.contactId(0), gid(account.contactId(0))];
  await identity.admin`update identity.contact set restricted_at = now() where id = ${contactId}`;
  const [owner, hr] = [account.member("owner"), account.hr()];
  for (const viewer of [owner, account.member("coordinator"), hr])
    for (const version of [1, 9])
      expect(await edit(identity, viewer, "updateContact", { id, version, firstName: "Other" })).toMatchObject({
        type: "ProcessingRestricted",
      });
  const self = selfOf(account.accountId, contactId);
  const own = await edit(identity, self, "updateContact", { id, version: 1, firstName: "Other" });
  expect(problemsOf(own)).toEqual(["FieldNotWritable firstName"]);
  expect(await edit(identity, owner, "archiveContact", { id })).toMatchObject({ type: "ProcessingRestricted" });
  const before = await tracesOf(identity, contactId);
  const answers = await Promise.all([
    edit(identity, hr, "archiveContact", { id, version: 9 }),
    edit(identity, hr, "archiveContact", { id }),
  ]);
  const nothing = { status: null, version: null, firstName: null, lastName: null, email: null, phone: null };
  for (const { type, contact } of answers)
    expect({ type, contact }).toMatchObject({
      type: "ArchiveContactPayload",
      contact: { id, ...nothing, externalId: null },
    });
  const [stored] = await identity.admin`select status, archived_from from identity.contact where id = ${contactId}`;
  expect(stored).toMatchObject({ status: "archived", archived_from: "verified" });
  const { audit } = await tracesOf(identity, contactId);
  expect(audit.slice(before.audit.length)).toEqual(["contact.archived"]);
  expect(await edit(identity, owner, "restoreContact", { id, version: 9 })).toMatchObject({
    type: "ProcessingRestricted",
  });
});

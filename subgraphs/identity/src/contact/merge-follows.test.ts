import { afterAll, beforeAll, beforeEach, expect, test } from "vitest";
import { newId } from "@studio/kit/id.js";
import { toGlobalId } from "@studio/kit/paging/global-id.js";
import { gid } from "../../test/edit-contact.js";
import { merge as mergeContacts, undo as undoMerge } from "../../test/merge.js";
import { mutate } from "../../test/mutate.js";
import { newAccount, type TestAccount } from "../../test/new-account.js";
import { runIdentity, type RunningIdentity } from "../../test/running-identity.js";
import { whileHeld } from "../../test/while-held.js";

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

const merge = (into = survivor, from = duplicate) =>
  mergeContacts(identity, account.member("owner"), { survivor: into, duplicate: from });

const undo = (id = duplicate) => undoMerge(identity, account.member("owner"), id);

test("groups are united, and parted again", async () => {
  const groupsOf = async (id: string) => {
    const rows = await identity.admin`select group_id from identity.group_contact where contact_id = ${id}`;
    return new Set(rows.map((row) => String(row["group_id"])));
  };
  await merge();
  expect(await groupsOf(survivor)).toEqual(new Set(account.groupIds));
  await undo();
  expect(await groupsOf(survivor)).toEqual(new Set([account.groupIds[0]]));
  expect(await groupsOf(duplicate)).toEqual(new Set([account.groupIds[1]]));
});

test("photos, submissions and consents follow, and come back; the later word about a consent holds", async () => {
  const [photoId, submissionId, studioId] = [newId(), newId(), newId()];
  const { accountId } = account;
  await identity.admin`insert into media.photo (account_id, id, contact_id, studio_id, status, upload_expires_at,
    created_at, updated_at) values (${accountId}, ${photoId}, ${duplicate}, ${studioId}, 'uploading', now(), now(), now())`;
  await identity.admin`insert into media.submission (account_id, id, contact_id, studio_id, photo_id, status, created_at)
    values (${accountId}, ${submissionId}, ${duplicate}, ${studioId}, ${photoId}, 'draft', now())`;
  const say = (contactId: string, purpose: string, state: string, at: string) => identity.admin`
    insert into compliance.consent values (${accountId}, ${contactId}, ${purpose}, ${state}, ${studioId}, 1, ${at})`;
  await say(survivor, "processing", "given", "2026-01-01");
  await say(duplicate, "processing", "withdrawn", "2026-02-01");
  await say(survivor, "gallery", "given", "2026-03-01");
  await say(duplicate, "gallery", "withdrawn", "2026-02-01");
  await say(duplicate, "marketing", "given", "2026-02-01");
  const whose = async () => {
    const photo = await identity.admin`select contact_id, sealed_for from media.photo where id = ${photoId}`;
    const submission =
      await identity.admin`select contact_id, version from media.submission where id = ${submissionId}`;
    const consents = await identity.admin`select purpose, state from compliance.consent
      where contact_id = ${survivor} order by purpose`;
    return [{ ...photo[0] }, { ...submission[0] }, consents.map((row) => `${row["purpose"]} ${row["state"]}`)];
  };
  await merge();
  expect(await whose()).toEqual([
    { contact_id: survivor, sealed_for: duplicate },
    { contact_id: survivor, version: 2 },
    ["gallery given", "marketing given", "processing withdrawn"],
  ]);
  await undo();
  expect(await whose()).toEqual([
    { contact_id: duplicate, sealed_for: null },
    { contact_id: duplicate, version: 3 },
    ["gallery given", "processing given"],
  ]);
});

test("a shot that the survivor took for a submission since is not the duplicate's when that goes back", async () => {
  const { accountId } = account;
  const [theirs, own, submissionId, studioId] = [newId(), newId(), newId(), newId()];
  const takePhoto = async (photoId: string, contactId: string) => {
    await identity.admin`insert into media.photo (account_id, id, contact_id, studio_id, status, object_key,
      original_digest, recipe_hash, upload_expires_at, created_at, updated_at) values (${accountId}, ${photoId},
      ${contactId}, ${studioId}, 'ready', 'none', 'none', 'none', now(), now(), now())`;
  };
  const addShot = (photoId: string) => identity.admin`
    insert into media.submission_shot (account_id, photo_id, submission_id) values (${accountId}, ${photoId}, ${submissionId})`;
  await takePhoto(theirs, duplicate);
  await identity.admin`insert into media.submission (account_id, id, contact_id, studio_id, photo_id, status, created_at)
    values (${accountId}, ${submissionId}, ${duplicate}, ${studioId}, ${theirs}, 'in_review', now())`;
  await addShot(theirs);
  await merge();
  await takePhoto(own, survivor);
  await addShot(own);
  await identity.admin`update media.submission set photo_id = ${own}, status = 'accepted', reviewed_digest = 'digest',
    submitted_at = now(), decision = 'accepted', decided_at = now() where id = ${submissionId}`;
  expect((await undo()).type).toBe("UndoMergePayload");
  const rows = await identity.admin`select s.id, s.contact_id, s.photo_id, s.status, t.photo_id as shot
    from media.submission s join media.submission_shot t on t.submission_id = s.id where s.account_id = ${accountId}`;
  const parted = rows.find((row) => row["id"] !== submissionId)!["id"] as string;
  expect(new Set(rows.map((row) => ({ ...row })))).toEqual(
    new Set([
      { id: submissionId, contact_id: duplicate, photo_id: theirs, status: "in_review", shot: theirs },
      { id: parted, contact_id: survivor, photo_id: own, status: "accepted", shot: own },
    ]),
  );
  const events = await identity.admin`select type, ids from events.event where account_id = ${accountId}
    and type like 'submission.%' order by position`;
  expect(events.map(({ type, ids }) => [type, ids])).toEqual([
    ["submission.created", { submissionId: parted, contactId: survivor, studioId, photoId: own }],
    ["submission.withdrawn", { submissionId, contactId: duplicate, studioId, photoId: theirs }],
  ]);
  const audit = await identity.admin`select subject_id from compliance.audit_event
    where account_id = ${accountId} and action = 'submission.parted'`;
  expect(audit.map((row) => row["subject_id"])).toEqual([parted]);
});

test("what was withdrawn since the merge stays withdrawn for both", async () => {
  const say = (contactId: string) => identity.admin`insert into compliance.consent
    values (${account.accountId}, ${contactId}, 'processing', 'given', ${newId()}, 1, '2026-01-01')`;
  await Promise.all([say(survivor), say(duplicate)]);
  await merge();
  await identity.admin`update compliance.consent set state = 'withdrawn', changed_at = now() + interval '1 minute'
    where contact_id = ${survivor}`;
  await undo();
  const states =
    await identity.admin`select distinct state from compliance.consent where account_id = ${account.accountId}`;
  expect(states.map((row) => String(row["state"]))).toEqual(["withdrawn"]);
});

test("the duplicate's key is held for the survivor through any number of merges, and handed back in turn", async () => {
  const third = account.contactId(2);
  const holders = async () => {
    const rows = await identity.admin`select contact_id, held_for from identity.contact_key
      where account_id = ${account.accountId} and held_for is not null`;
    return Object.fromEntries(rows.map((row) => [String(row["contact_id"]), String(row["held_for"])]));
  };
  await merge();
  expect(await holders()).toEqual({ [duplicate]: survivor });
  await merge(third, survivor);
  expect(await holders()).toEqual({ [duplicate]: third, [survivor]: third });
  expect(await undo()).toMatchObject({ type: "ContactStateConflict" });
  expect((await undo(survivor)).type).toBe("UndoMergePayload");
  expect(await holders()).toEqual({ [duplicate]: survivor });
  expect((await undo()).type).toBe("UndoMergePayload");
  expect(await holders()).toEqual({});
});

test("contacts who join a group while they are merged make one contact in it", async () => {
  const { accountId } = account;
  const groupId = account.groupIds[1];
  await identity.admin`insert into identity.session values (${accountId}, ${newId()}, ${Buffer.from(newId())},
    ${duplicate}, ${newId()}, now(), now() + interval '1 day')`;
  const join = () =>
    mutate(
      identity,
      account.member("owner"),
      "addContactsToGroup",
      { groupId: toGlobalId("Group", groupId), contactIds: [survivor, duplicate].map(gid) },
      "... on GroupContactsPayload { changed }",
    );
  const [merged, joined] = await whileHeld(
    identity.admin,
    (tx) => tx`select from identity.session where contact_id = ${duplicate} for update`,
    [() => merge(), join],
  );
  expect([merged.type, joined.type, joined.refused]).toEqual(["MergeContactsPayload", "GroupContactsPayload", []]);
});

test("undoing a merge that was undone and made anew meanwhile leaves the new one whole", async () => {
  const { accountId } = account;
  await merge();
  const [undone] = await whileHeld(
    identity.admin,
    async (tx) => {
      await tx`select from identity.contact where id = ${duplicate} for update`;
      await tx`update identity.contact_merge set undone_at = now() where duplicate_id = ${duplicate}`;
      await tx`insert into identity.contact_merge (account_id, id, survivor_id, duplicate_id, receipt, merged_at)
        select account_id, ${newId()}, survivor_id, duplicate_id, receipt, now() from identity.contact_merge
        where account_id = ${accountId} and duplicate_id = ${duplicate}`;
    },
    [() => undo()],
  );
  expect(undone.type).toBe("ContactStateConflict");
  const [contact] = await identity.admin`select merged_into from identity.contact where id = ${duplicate}`;
  expect(contact).toEqual({ merged_into: survivor });
});

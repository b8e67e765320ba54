import { afterAll, beforeAll, beforeEach, expect, test } from "vitest";
import { newId } from "@studio/kit/id.js";
import { toGlobalId } from "@studio/kit/paging/global-id.js";
import { bulkActions } from "../../test/bulk.js";
import { gid, selfOf } from "../../test/edit-contact.js";
import { newAccount, type TestAccount } from "../../test/new-account.js";
import { runIdentity, type RunningIdentity } from "../../test/running-identity.js";

let identity: RunningIdentity;
let account: TestAccount;
let bulk: ReturnType<typeof bulkActions>;

beforeAll(async () => {
  identity = await runIdentity();
  bulk = bulkActions(identity);
});

beforeEach(async () => {
  account = await newAccount(identity);
});

afterAll(() => identity.stop());

const owner = () => account.member("owner");

const allOf = (one: TestAccount, count: number) =>
  Array.from({ length: count }, (_, index) => gid(one.contactId(index)));

const outcomes = (action: { rows: { edges: { node: { outcome: string; refusal: string | null } }[] } }) =>
  action.rows.edges.map(({ node }) => node.refusal ?? node.outcome);

test("archives contacts one by one, each with its result, its audit entry and its event", async () => {
  const [first, second] = [account.contactId(0), account.contactId(1)];
  await identity.admin`update identity.contact set status = 'archived', archived_from = 'verified' where id = ${first}`;
  await identity.admin`update identity.contact set restricted_at = now() where id = ${second}`;
  const contactIds = [...allOf(account, 4), gid(newId()), gid(account.contactId(3))];
  const started = await bulk.start(owner(), { kind: "ARCHIVE", target: { contactIds } });
  expect(started).toMatchObject({ type: "StartBulkActionPayload", bulkAction: { state: "QUEUED", total: 5 } });
  const action = await bulk.ended(owner(), started.bulkAction.id);
  expect(action).toMatchObject({ state: "FINISHED", changed: 2, unchanged: 1, rejected: 2, failure: null });
  expect(outcomes(action)).toEqual(["UNCHANGED", "RESTRICTED", "CHANGED", "CHANGED", "NOT_FOUND"]);
  expect(action.rows.edges.map(({ node }: { node: { contactId: string } }) => node.contactId)).toEqual(
    contactIds.slice(0, 5),
  );
  expect(action.rows.edges.at(-1).node.contact).toBeNull();
  const audit = await identity.admin`select action, actor_id from compliance.audit_event
    where account_id = ${account.accountId} order by position`;
  expect(audit.map((row) => String(row["action"]))).toEqual([
    "bulk_action.started",
    "contact.archived",
    "contact.archived",
    "bulk_action.finished",
  ]);
  expect(new Set(audit.map((row) => row["actor_id"]))).toEqual(new Set([owner().memberId]));
  const events = await identity.admin`select ids ->> 'contactId' as id from events.event
    where account_id = ${account.accountId} and type = 'contact.archived'`;
  expect(new Set(events.map((row) => row["id"]))).toEqual(new Set([account.contactId(2), account.contactId(3)]));
});

test("restores what was archived, as what it was", async () => {
  const contactIds = allOf(account, 2);
  const archived = await bulk.start(owner(), { kind: "ARCHIVE", target: { contactIds } });
  await bulk.ended(owner(), archived.bulkAction.id);
  const restored = await bulk.start(owner(), { kind: "RESTORE", target: { contactIds: allOf(account, 3) } });
  const action = await bulk.ended(owner(), restored.bulkAction.id);
  expect(outcomes(action)).toEqual(["CHANGED", "CHANGED", "UNCHANGED"]);
  expect(action.rows.edges[0].node.contact.status).toBe("VERIFIED");
});

test("tells of a contact that is under restriction by now that alone, whatever became of it", async () => {
  const groupId = toGlobalId("Group", account.groupIds[1]);
  const target = { contactIds: allOf(account, 3) };
  const started = await bulk.start(owner(), { kind: "ADD_TO_GROUP", groupId, target });
  const { id } = started.bulkAction;
  const told = async (outcome?: string) => outcomes(await bulk.read(account.member("admin"), id, { outcome }));
  expect(outcomes(await bulk.ended(owner(), id))).toEqual(["CHANGED", "UNCHANGED", "CHANGED"]);
  const contactIds = [account.contactId(0), account.contactId(1)];
  await identity.admin`update identity.contact set restricted_at = now() where id in ${identity.admin(contactIds)}`;
  expect(await told()).toEqual(["RESTRICTED", "RESTRICTED", "CHANGED"]);
  expect([await told("CHANGED"), await told("UNCHANGED")]).toEqual([["CHANGED"], []]);
  expect(await told("REJECTED")).toEqual(["RESTRICTED", "RESTRICTED"]);
  await identity.admin`update identity.contact set restricted_at = null where id in ${identity.admin(contactIds)}`;
  expect(await told()).toEqual(["CHANGED", "UNCHANGED", "CHANGED"]);
});

test("puts contacts into a group and takes them out, telling who was there already", async () => {
  const groupId = toGlobalId("Group", account.groupIds[1]);
  const target = { contactIds: allOf(account, 4) };
  const added = await bulk.start(owner(), { kind: "ADD_TO_GROUP", groupId, target });
  expect(outcomes(await bulk.ended(owner(), added.bulkAction.id))).toEqual([
    "CHANGED",
    "UNCHANGED",
    "CHANGED",
    "UNCHANGED",
  ]);
  const removed = await bulk.start(owner(), { kind: "REMOVE_FROM_GROUP", groupId, target });
  const action = await bulk.ended(owner(), removed.bulkAction.id);
  expect(action).toMatchObject({ changed: 4, group: { name: "Group 2" } });
  const page = await bulk.read(owner(), removed.bulkAction.id, { first: 3, outcome: "CHANGED" });
  const rest = await bulk.read(owner(), removed.bulkAction.id, {
    first: 3,
    outcome: "CHANGED",
    after: page.rows.pageInfo.endCursor,
  });
  expect([page.rows.edges.length, rest.rows.edges.length]).toEqual([3, 1]);
});

test("refuses what makes no sense, and says where", async () => {
  const contactIds = allOf(account, 1);
  const groupId = toGlobalId("Group", account.groupIds[0]);
  const refused = async (input: Record<string, unknown>) => {
    const { type, path } = await bulk.start(owner(), input);
    return `${type} ${path?.slice(1).join(".")}`;
  };
  expect(await refused({ kind: "ARCHIVE", groupId, target: { contactIds } })).toBe("InvalidValue groupId");
  expect(await refused({ kind: "ADD_TO_GROUP", target: { contactIds } })).toBe("InvalidValue groupId");
  expect(await refused({ kind: "ARCHIVE", target: {} })).toBe("InvalidValue target");
  expect(await refused({ kind: "ARCHIVE", target: { contactIds: [groupId] } })).toBe(
    "InvalidValue target.contactIds.0",
  );
  const many = Array.from({ length: 10_001 }, () => contactIds[0]);
  expect(await refused({ kind: "ARCHIVE", target: { contactIds: many } })).toBe("BulkTargetTooLarge target.contactIds");
  await identity.admin`update identity.contact_group set archived_at = now() where id = ${account.groupIds[0]}`;
  expect(await refused({ kind: "ADD_TO_GROUP", groupId, target: { contactIds } })).toBe("GroupArchived groupId");
  const other = await newAccount(identity, 1);
  const theirs = { kind: "ADD_TO_GROUP", groupId: toGlobalId("Group", other.groupIds[0]), target: { contactIds } };
  expect((await bulk.start(owner(), theirs)).refused).toMatchObject([{ code: "NOT_FOUND" }]);
});

test("reaches no contact of another account, and is for owners and admins alone", async () => {
  const other = await newAccount(identity, 1);
  const started = await bulk.start(owner(), { kind: "ARCHIVE", target: { contactIds: allOf(other, 1) } });
  const { id } = started.bulkAction;
  expect(outcomes(await bulk.ended(owner(), id))).toEqual(["NOT_FOUND"]);
  expect(await bulk.read(other.member("owner"), id)).toBeNull();
  expect((await bulk.cancel(other.member("owner"), id)).refused).toMatchObject([{ code: "NOT_FOUND" }]);
  const viewers = [
    account.member("coordinator"),
    account.member("privacy_officer"),
    account.hr(),
    account.integration(["contacts:read"]),
    selfOf(account.accountId, account.contactId(0)),
  ];
  for (const viewer of viewers) {
    const target = { contactIds: allOf(account, 1) };
    expect((await bulk.start(viewer, { kind: "ARCHIVE", target })).refused).toMatchObject([{ code: "FORBIDDEN" }]);
    const asked = await identity.ask(viewer, `query ($id: ID!) { node(id: $id) { id } }`, { id });
    expect(asked.errors).toMatchObject([{ code: "NOT_FOUND" }]);
  }
});

test("ends when who started it loses their role, leaving the rest undone", async () => {
  await identity.admin`update identity.member set role = 'privacy_officer' where id = ${account.member("admin").memberId}`;
  const target = { contactIds: allOf(account, 3) };
  const started = await bulk.start(account.member("admin"), { kind: "ARCHIVE", target });
  const action = await bulk.ended(owner(), started.bulkAction.id);
  expect(action).toMatchObject({ state: "FAILED", failure: "ACCESS_LOST", changed: 0 });
  expect(outcomes(action)).toEqual(["PENDING", "PENDING", "PENDING"]);
  expect(await bulk.cancel(owner(), started.bulkAction.id)).toMatchObject({ type: "BulkActionOver", state: "FAILED" });
});

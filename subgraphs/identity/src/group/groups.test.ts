import { afterAll, beforeAll, expect, test } from "vitest";
import type { StatedPurpose } from "@studio/kit/auth/purpose.js";
import type { MemberViewer } from "@studio/kit/auth/viewer.js";
import { toGlobalId } from "@studio/kit/paging/global-id.js";
import { actionsOf, mutate } from "../../test/mutate.js";
import { newAccount, type TestAccount } from "../../test/new-account.js";
import { runIdentity, type RunningIdentity } from "../../test/running-identity.js";

const FIELDS = "id name archivedAt contactCount coordinators { id }";
const GROUP = `... on GroupPayload { group { ${FIELDS} } }`;
const CONTACTS = `... on GroupContactsPayload { changed group { contactCount } } ... on UnknownContacts { contactIds }`;

let identity: RunningIdentity;
let account: TestAccount;
let owner: MemberViewer;

beforeAll(async () => {
  identity = await runIdentity();
  account = await newAccount(identity, 6);
  owner = account.member("owner");
});

afterAll(() => identity.stop());

const act = (name: string, input: Record<string, unknown>, selection = GROUP, viewer = owner) =>
  mutate(identity, viewer, name, input, selection);

const groupId = (index: 0 | 1, of = account) => toGlobalId("Group", of.groupIds[index]);

const contactIds = (of: TestAccount, ...indexes: number[]) =>
  indexes.map((index) => toGlobalId("Contact", of.contactId(index))).toSorted();

test("a group is made, renamed, set aside, used again and deleted; its contacts stay", async () => {
  const of = await newAccount(identity, 2);
  const viewer = of.member("admin");
  const { group } = await act("createGroup", { name: "  Night\n shift " }, GROUP, viewer);
  expect(group).toMatchObject({ name: "Night shift", archivedAt: null, contactCount: 0, coordinators: [] });
  const added = await act(
    "addContactsToGroup",
    { groupId: group.id, contactIds: contactIds(of, 0, 1) },
    CONTACTS,
    viewer,
  );
  expect(added).toMatchObject({ changed: 2, group: { contactCount: 2 } });
  expect((await act("renameGroup", { id: group.id, name: "Late shift" }, GROUP, viewer)).group.name).toBe("Late shift");
  expect((await act("archiveGroup", { id: group.id }, GROUP, viewer)).group.archivedAt).not.toBeNull();
  expect((await act("restoreGroup", { id: group.id }, GROUP, viewer)).group).toMatchObject({
    archivedAt: null,
    contactCount: 2,
  });
  const DELETED = "... on DeleteGroupPayload { deletedGroupId }";
  expect((await act("restoreGroup", { id: group.id }, GROUP, viewer)).type).toBe("GroupInUse");
  expect((await act("deleteGroup", { id: group.id }, DELETED, viewer)).type).toBe("GroupInUse");
  await act("archiveGroup", { id: group.id }, GROUP, viewer);
  expect((await act("archiveGroup", { id: group.id }, GROUP, viewer)).type).toBe("GroupArchived");
  const deleted = await act("deleteGroup", { id: group.id }, DELETED, viewer);
  expect(deleted.deletedGroupId).toBe(group.id);
  expect((await act("renameGroup", { id: group.id, name: "Gone" }, GROUP, viewer)).refused).toEqual(["NOT_FOUND"]);
  expect(await identity.admin`select 1 from identity.contact where account_id = ${of.accountId}`).toHaveLength(2);
  expect(await actionsOf(identity, of.accountId)).toEqual([
    "group.created",
    "group.contacts_added",
    "group.renamed",
    "group.archived",
    "group.restored",
    "group.archived",
    "group.deleted",
  ]);
});

test("no two groups in use have one name, whatever the case and whoever is faster", async () => {
  const of = await newAccount(identity, 0);
  const viewer = of.member("owner");
  const make = (name: string) => act("createGroup", { name }, GROUP, viewer);
  const both = await Promise.all([make("Berlin"), make("berlin")]);
  expect(both.map(({ type }) => type).toSorted()).toEqual(["GroupNameTaken", "GroupPayload"]);
  const { group } = await make("Lisbon");
  const rename = await act("renameGroup", { id: group.id, name: "BERLIN" }, GROUP, viewer);
  expect(rename).toMatchObject({ type: "GroupNameTaken", path: ["input", "name"] });
  await act("archiveGroup", { id: group.id }, GROUP, viewer);
  expect((await make("Lisbon")).type).toBe("GroupPayload");
  expect((await act("restoreGroup", { id: group.id }, GROUP, viewer)).type).toBe("GroupNameTaken");
  expect((await make(" ")).type).toBe("InvalidGroupName");
  expect((await make("x".repeat(101))).type).toBe("InvalidGroupName");
});

test("a change of who is in a group is announced contact by contact, once", async () => {
  const of = await newAccount(identity, 4);
  const viewer = of.member("owner");
  const input = { groupId: groupId(1, of), contactIds: contactIds(of, 0, 1, 2, 0) };
  expect(await act("addContactsToGroup", input, CONTACTS, viewer)).toMatchObject({
    changed: 2,
    group: { contactCount: 4 },
  });
  expect(await act("addContactsToGroup", input, CONTACTS, viewer)).toMatchObject({ changed: 0 });
  expect(await act("removeContactsFromGroup", input, CONTACTS, viewer)).toMatchObject({
    changed: 3,
    group: { contactCount: 1 },
  });
  const events =
    await identity.admin`select type, ids->>'contactId' as id from events.event where account_id = ${of.accountId} order by position`;
  expect(events.map((row) => row["type"])).toEqual(Array.from({ length: 5 }, () => "contact.updated"));
  const [entry] =
    await identity.admin`select fields from compliance.audit_event where account_id = ${of.accountId} order by position`;
  expect(entry?.["fields"].toSorted()).toEqual(contactIds(of, 0, 2));
});

test("one contact who does not exist, or is another account's, stops the whole call", async () => {
  const other = await newAccount(identity, 1);
  const strangers = [...contactIds(other, 0), "nonsense"];
  const input = { groupId: groupId(1), contactIds: [...contactIds(account, 0), ...strangers] };
  const answer = await act("addContactsToGroup", input, CONTACTS);
  expect(answer).toMatchObject({ type: "UnknownContacts", contactIds: strangers });
  expect((await identity.ask(owner, `{ group(id: "${groupId(1)}") { contactCount } }`)).data.group.contactCount).toBe(
    3,
  );
  const many = { groupId: groupId(1), contactIds: Array.from({ length: 2001 }, () => "x") };
  expect((await act("addContactsToGroup", many, CONTACTS)).type).toBe("TooManyContacts");
  const theirs = { groupId: groupId(0, other), contactIds: contactIds(account, 0) };
  expect((await act("addContactsToGroup", theirs, CONTACTS)).refused).toEqual(["NOT_FOUND"]);
});

test("who is under restriction is neither moved nor counted, so that no group is told of them", async () => {
  const of = await newAccount(identity, 4);
  const viewer = of.member("owner");
  await identity.admin`update identity.contact set restricted_at = now() where id = ${of.contactId(0)}`;
  for (const name of ["addContactsToGroup", "removeContactsFromGroup"])
    for (const index of [0, 1] as const) {
      const input = { groupId: groupId(index, of), contactIds: contactIds(of, 0) };
      expect((await act(name, input, CONTACTS, viewer)).type).toBe("ProcessingRestricted");
    }
  const query = `{ groups { edges { node { contactCount } } } }`;
  const count = async (purpose?: StatedPurpose) => {
    const { data } = await identity.ask(viewer, query, {}, purpose);
    return data.groups.edges.map(({ node }: { node: { contactCount: number } }) => node.contactCount).toSorted();
  };
  expect(await count()).toEqual([1, 2]);
  expect(await count({ purpose: "legal_claim", note: null })).toEqual([2, 2]);
});

test("groups are listed page by page, archived ones when asked", async () => {
  const of = await newAccount(identity, 0);
  const viewer = of.member("owner");
  await act("archiveGroup", { id: groupId(0, of) }, GROUP, viewer);
  await act("createGroup", { name: "Third" }, GROUP, viewer);
  const query = `query ($first: Int! = 50, $after: String, $archived: Boolean! = false) {
    groups(first: $first, after: $after, archived: $archived) { edges { node { name } } pageInfo { hasNextPage endCursor } } }`;
  const page = async (variables = {}) => {
    const { groups } = (await identity.ask(viewer, query, variables)).data;
    const names = groups.edges.map((edge: { node: { name: string } }) => edge.node.name);
    return { names, ...groups.pageInfo };
  };
  expect((await page()).names).toEqual(["Group 2", "Third"]);
  const all = (await page({ archived: true })).names;
  expect(all.toSorted()).toEqual(["Group 1", "Group 2", "Third"]);
  const first = await page({ archived: true, first: 2 });
  const second = await page({ archived: true, first: 2, after: first.endCursor });
  expect([...first.names, ...second.names]).toEqual(all);
  expect([first.hasNextPage, second.hasNextPage]).toEqual([true, false]);
});

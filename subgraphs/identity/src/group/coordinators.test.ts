import { afterAll, beforeAll, expect, test } from "vitest";
import type { MemberViewer } from "@studio/kit/auth/viewer.js";
import { toGlobalId } from "@studio/kit/paging/global-id.js";
import { mutate } from "../../test/mutate.js";
import { newAccount, type TestAccount } from "../../test/new-account.js";
import { addMember, hub, memberIdOf } from "../../test/people.js";
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

/** What a coordinator sees by a request of their own: signed in at the Hub, and asking. */
const worldOf = async (of: TestAccount) => {
  const answer = await identity.identify(hub(of.emailOf("coordinator")));
  if (!("viewer" in answer)) return "refused";
  const query = "{ contacts { edges { node { id } } } groups { edges { node { name contactCount } } } }";
  const { data } = await identity.ask(answer.viewer, query);
  const nodes = <T>(list: { edges: { node: T }[] }) => list.edges.map((edge) => edge.node);
  return {
    contacts: nodes<{ id: string }>(data.contacts)
      .map(({ id }) => id)
      .toSorted(),
    groups: nodes<{ name: string; contactCount: number }>(data.groups)
      .map((one) => `${one.name} ${one.contactCount}`)
      .toSorted(),
  };
};

test("a coordinator's world is their groups, as they are at the next request", async () => {
  const of = await newAccount(identity, 4);
  const viewer = of.member("owner");
  const memberId = memberIdOf(of.member("coordinator"));
  const even = contactIds(of, 0, 2);
  const odd = contactIds(of, 1, 3);
  expect(await worldOf(of)).toEqual({ contacts: even, groups: ["Group 1 2"] });
  const assigned = await act("assignCoordinator", { groupId: groupId(1, of), memberId }, GROUP, viewer);
  expect(assigned.group.coordinators).toEqual([{ id: memberId }]);
  expect(await worldOf(of)).toEqual({ contacts: contactIds(of, 0, 1, 2, 3), groups: ["Group 1 2", "Group 2 2"] });
  await act("unassignCoordinator", { groupId: groupId(0, of), memberId }, GROUP, viewer);
  expect(await worldOf(of)).toEqual({ contacts: odd, groups: ["Group 2 2"] });
  await act("archiveGroup", { id: groupId(1, of) }, GROUP, viewer);
  expect(await worldOf(of)).toEqual({ contacts: [], groups: [] });
  await act("restoreGroup", { id: groupId(1, of) }, GROUP, viewer);
  await act("removeContactsFromGroup", { groupId: groupId(1, of), contactIds: [odd[0]] }, CONTACTS, viewer);
  expect(await worldOf(of)).toEqual({ contacts: [odd[1]], groups: ["Group 2 1"] });
  await act("archiveGroup", { id: groupId(1, of) }, GROUP, viewer);
  expect((await act("deleteGroup", { id: groupId(1, of) }, "", viewer)).type).toBe("DeleteGroupPayload");
  expect(await worldOf(of)).toEqual({ contacts: [], groups: [] });
});

test("only a coordinator is assigned, to a group in use", async () => {
  const viewer = owner;
  const assign = (member: MemberViewer, group: string) =>
    act("assignCoordinator", { groupId: group, memberId: memberIdOf(member) }, GROUP, viewer);
  expect((await assign(account.member("admin"), groupId(0))).type).toBe("NotACoordinator");
  const other = await newAccount(identity, 0);
  expect((await assign(other.member("coordinator"), groupId(0))).refused).toEqual(["NOT_FOUND"]);
  expect((await assign(account.member("coordinator"), groupId(0, other))).refused).toEqual(["NOT_FOUND"]);
  const { group } = await act("createGroup", { name: "Set aside" });
  await act("archiveGroup", { id: group.id });
  expect((await assign(await addMember(identity, account, "coordinator"), group.id)).type).toBe("GroupArchived");
  const into = { groupId: group.id, contactIds: contactIds(account, 0) };
  expect((await act("addContactsToGroup", into, CONTACTS)).type).toBe("GroupArchived");
});

test("coordinators and privacy officers arrange nothing, and another's group does not exist", async () => {
  const inputs: [string, Record<string, unknown>][] = [
    ["createGroup", { name: "Mine" }],
    ["renameGroup", { id: groupId(0), name: "Mine" }],
    ["deleteGroup", { id: groupId(0) }],
    ["addContactsToGroup", { groupId: groupId(0), contactIds: contactIds(account, 1) }],
    ["assignCoordinator", { groupId: groupId(1), memberId: memberIdOf(account.member("coordinator")) }],
  ];
  for (const [name, input] of inputs) {
    for (const role of ["coordinator", "privacy_officer"] as const) {
      expect((await mutate(identity, account.member(role), name, input)).refused, name).toEqual(["FORBIDDEN"]);
    }
  }
  const query = `query ($id: ID!) { group(id: $id) { name } node(id: $id) { id } }`;
  const theirs = await identity.ask(account.member("coordinator"), query, { id: groupId(1) });
  expect(theirs.data).toEqual({ group: null, node: null });
  expect(theirs.errors.map(({ code }) => code)).toEqual(["NOT_FOUND", "NOT_FOUND"]);
});

import { afterAll, beforeAll, expect, test } from "vitest";
import type { MemberViewer } from "@studio/kit/auth/viewer.js";
import { toGlobalId } from "@studio/kit/paging/global-id.js";
import { actionsOf, mutate } from "../../test/mutate.js";
import { newAccount, type TestAccount } from "../../test/new-account.js";
import { addMember, hub, memberIdOf } from "../../test/people.js";
import { runIdentity, type RunningIdentity } from "../../test/running-identity.js";

const MEMBER = "... on MemberPayload { member { id role status groups { id } } } ... on WrongMemberStatus { status }";

let identity: RunningIdentity;
let account: TestAccount;

beforeAll(async () => {
  identity = await runIdentity();
});

afterAll(() => identity.stop());

const act = (actor: MemberViewer, name: string, target: MemberViewer, more: Record<string, unknown> = {}) =>
  mutate(identity, actor, name, { id: memberIdOf(target), ...more }, MEMBER);

const demote = (actor: MemberViewer, target: MemberViewer) => act(actor, "changeMemberRole", target, { role: "ADMIN" });

const activeOwners = async ({ accountId }: TestAccount) => {
  const rows = await identity.admin`select 1 from identity.member
    where account_id = ${accountId} and role = 'owner' and status = 'active'`;
  return rows.length;
};

test("every change holds at the member's next request", async () => {
  account = await newAccount(identity, 0);
  const [owner, admin] = [account.member("owner"), account.member("admin")];
  const credential = hub(account.emailOf("admin"));
  const standing = async () => {
    const answer = await identity.identify(credential);
    return "viewer" in answer && answer.viewer.kind === "member" ? answer.viewer.role : "refused";
  };
  expect(await standing()).toBe("admin");
  expect((await act(owner, "changeMemberRole", admin, { role: "PRIVACY_OFFICER" })).member.role).toBe(
    "PRIVACY_OFFICER",
  );
  expect(await standing()).toBe("privacy_officer");
  expect((await act(owner, "suspendMember", admin)).member.status).toBe("SUSPENDED");
  expect(await standing()).toBe("refused");
  expect((await act(owner, "reinstateMember", admin)).member.status).toBe("ACTIVE");
  expect(await standing()).toBe("privacy_officer");
  expect((await act(owner, "removeMember", admin)).member.status).toBe("REMOVED");
  expect(await standing()).toBe("refused");
  expect(await actionsOf(identity, account.accountId)).toEqual([
    "member.linked",
    "member.role_changed",
    "member.suspended",
    "member.reinstated",
    "member.removed",
  ]);
});

test("the last active owner cannot be demoted, suspended or removed, not even by themselves", async () => {
  account = await newAccount(identity, 0);
  const owner = account.member("owner");
  const suspended = await addMember(identity, account, "owner");
  await act(owner, "suspendMember", suspended);
  expect((await demote(owner, owner)).type).toBe("LastOwner");
  expect((await act(owner, "suspendMember", owner)).type).toBe("LastOwner");
  expect((await act(owner, "removeMember", owner)).type).toBe("LastOwner");
  await act(owner, "reinstateMember", suspended);
  expect((await demote(owner, owner)).member.role).toBe("ADMIN");
  expect(await activeOwners(account)).toBe(1);
});

test("of two owners who demote each other at once, one stays, every time", async () => {
  const outcomes = await Promise.all(
    Array.from({ length: 10 }, async () => {
      const duel = await newAccount(identity, 0);
      const one = duel.member("owner");
      const other = await addMember(identity, duel, "owner");
      const both = await Promise.all([demote(one, other), act(other, "removeMember", one)]);
      expect(both.filter(({ type }) => type === "MemberPayload")).toHaveLength(1);
      return activeOwners(duel);
    }),
  );
  expect(outcomes).toEqual(Array.from({ length: 10 }, () => 1));
});

test("who has just lost their role changes nobody any more, though another owner is left", async () => {
  account = await newAccount(identity, 0);
  const owner = account.member("owner");
  const [second] = [await addMember(identity, account, "owner"), await addMember(identity, account, "owner")];
  await demote(owner, second);
  expect((await demote(second, owner)).refused).toEqual(["FORBIDDEN"]);
  const [one, other] = [owner, await addMember(identity, account, "owner")];
  const both = await Promise.all([demote(one, other), demote(other, one)]);
  expect(both.filter(({ type }) => type === "MemberPayload")).toHaveLength(1);
  expect(both.flatMap(({ refused }) => refused)).toEqual(["FORBIDDEN"]);
});

test("nobody but an owner touches owners and privacy officers", async () => {
  account = await newAccount(identity, 0);
  const admin = account.member("admin");
  for (const role of ["owner", "privacy_officer"] as const) {
    for (const name of ["suspendMember", "removeMember"]) {
      expect((await act(admin, name, account.member(role))).type).toBe("RoleOutOfReach");
    }
    expect((await demote(admin, account.member(role))).type).toBe("RoleOutOfReach");
    const raised = await act(admin, "changeMemberRole", admin, { role: role.toUpperCase() });
    expect(raised).toMatchObject({ type: "RoleOutOfReach", path: ["input", "role"] });
  }
  expect((await act(admin, "suspendMember", account.member("coordinator"))).type).toBe("MemberPayload");
  for (const role of ["coordinator", "privacy_officer"] as const) {
    expect((await act(account.member(role), "removeMember", admin)).refused).toEqual(["FORBIDDEN"]);
  }
});

test("a status in which a change makes no sense is named", async () => {
  account = await newAccount(identity, 0);
  const [owner, admin] = [account.member("owner"), account.member("admin")];
  expect(await act(owner, "reinstateMember", admin)).toMatchObject({ type: "WrongMemberStatus", status: "ACTIVE" });
  await act(owner, "removeMember", admin);
  for (const name of ["suspendMember", "reinstateMember", "removeMember"]) {
    expect(await act(owner, name, admin)).toMatchObject({ type: "WrongMemberStatus", status: "REMOVED" });
  }
});

test("another account's member is not found, nor is a malformed id", async () => {
  account = await newAccount(identity, 0);
  const other = await newAccount(identity, 0);
  expect((await act(account.member("owner"), "suspendMember", other.member("admin"))).refused).toEqual(["NOT_FOUND"]);
  const wrongType = { id: toGlobalId("Contact", other.accountId) };
  expect((await mutate(identity, account.member("owner"), "removeMember", wrongType)).refused).toEqual(["NOT_FOUND"]);
});

test("who stops being a coordinator, or is removed, loses their groups", async () => {
  account = await newAccount(identity, 0);
  const [owner, coordinator] = [account.member("owner"), account.member("coordinator")];
  expect((await demote(owner, coordinator)).member).toMatchObject({ role: "ADMIN", groups: [] });
  const back = await act(owner, "changeMemberRole", coordinator, { role: "COORDINATOR" });
  expect(back.member).toMatchObject({ role: "COORDINATOR", groups: [] });
});

const MEMBERS = `query ($first: Int! = 50, $after: String, $statuses: [MemberStatus!]) {
  members(first: $first, after: $after, statuses: $statuses) {
    edges { node { id role status groups { name } } } pageInfo { hasNextPage endCursor } } }`;

test("members are listed page by page, for owner, admin and privacy officer", async () => {
  account = await newAccount(identity, 0);
  await act(account.member("owner"), "removeMember", account.member("admin"));
  const list = async (variables = {}, role: "owner" | "privacy_officer" = "owner") =>
    (await identity.ask(account.member(role), MEMBERS, variables)).data.members;
  const all = await list();
  const rolesOf = (page: typeof all) => page.edges.map((edge: { node: { role: string } }) => edge.node.role);
  expect(rolesOf(all).toSorted()).toEqual(["COORDINATOR", "OWNER", "PRIVACY_OFFICER"]);
  expect(rolesOf(await list({ statuses: ["REMOVED"] }))).toEqual(["ADMIN"]);
  const first = await list({ first: 2 }, "privacy_officer");
  const second = await list({ first: 2, after: first.pageInfo.endCursor });
  expect([...rolesOf(first), ...rolesOf(second)]).toEqual(rolesOf(all));
  expect([first.pageInfo.hasNextPage, second.pageInfo.hasNextPage]).toEqual([true, false]);
  const other = await newAccount(identity, 0);
  const stolen = await identity.ask(other.member("owner"), MEMBERS, { after: first.pageInfo.endCursor });
  expect(stolen.errors.map(({ code }) => code)).toEqual(["NOT_FOUND"]);
});

test("a coordinator sees no members, by no way", async () => {
  account = await newAccount(identity, 0);
  const coordinator = account.member("coordinator");
  const id = memberIdOf(account.member("owner"));
  const query = `query ($id: ID!) { members { edges { node { id } } } member(id: $id) { id } node(id: $id) { id }
    groups { edges { node { name coordinators { email } } } } }`;
  const { data, errors } = await identity.ask(coordinator, query, { id });
  expect(data).toEqual({
    members: null,
    member: null,
    node: null,
    groups: { edges: [{ node: { name: "Group 1", coordinators: null } }] },
  });
  expect(errors.map(({ path, code }) => `${path} ${code}`).toSorted()).toEqual([
    "groups.edges.0.node.coordinators FORBIDDEN",
    "member FORBIDDEN",
    "members FORBIDDEN",
    "node NOT_FOUND",
  ]);
  const entities = `query ($id: ID!) { _entities(representations: [{ __typename: "Member", id: $id }]) { __typename } }`;
  expect((await identity.ask(coordinator, entities, { id })).data._entities).toEqual([null]);
});

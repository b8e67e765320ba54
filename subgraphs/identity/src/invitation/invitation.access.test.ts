import { afterAll, beforeAll, expect, test } from "vitest";
import { minuteMs } from "@studio/kit/clock.js";
import type { Viewer } from "@studio/kit/auth/viewer.js";
import { newId } from "@studio/kit/id.js";
import { invitations } from "../../test/invitations.js";
import { gid, selfOf } from "../../test/edit-contact.js";
import { newAccount, type TestAccount } from "../../test/new-account.js";
import { letIn } from "../../test/people.js";
import { anonymous, runIdentity, type RunningIdentity } from "../../test/running-identity.js";
import { addStudio } from "../../test/stand-in-for-studios.js";

let identity: RunningIdentity;
let account: TestAccount;
let other: TestAccount;
let studioId: string;
let to: ReturnType<typeof invitations>;
/** Of the first contact, who is in the coordinator's group, and the second, who is not. */
const ids: string[] = [];

beforeAll(async () => {
  identity = await runIdentity();
  to = invitations(identity);
  account = await newAccount(identity);
  other = await newAccount(identity);
  studioId = await addStudio(identity.admin, { accountId: account.accountId, slug: newId() });
  for (const index of [0, 1]) {
    const { invitation } = await to.invite(account.member("owner"), account.contactId(index), studioId);
    ids.push(String(invitation.id));
  }
});

afterAll(() => identity.stop());

const LIST = `query ($id: ID!, $first: Int, $after: String, $last: Int, $before: String) { contact(id: $id) {
  invitations(first: $first, after: $after, last: $last, before: $before) {
    pageInfo { hasNextPage hasPreviousPage startCursor endCursor } edges { node { id status } } } } }`;

/** The ids of the first contact's invitations as a viewer sees them, or the code of the refusal. */
async function seenBy(viewer: Viewer, contactId = account.contactId(0)): Promise<string[] | string> {
  const { data, errors } = await identity.ask(viewer, LIST, { id: gid(contactId) });
  if (errors.length > 0) return errors[0]!.code;
  return data.contact.invitations.edges.map(({ node }: { node: { id: string } }) => node.id);
}

const nodeFor = async (viewer: Viewer, id: string) =>
  (await identity.ask(viewer, `query ($id: ID!) { node(id: $id) { __typename id } }`, { id })).data?.node?.id ?? null;

test("invitations are seen by those who may see the contact's status, and by nobody else", async () => {
  const { accountId } = account;
  const self = selfOf(accountId, account.contactId(0));
  const reading = account.integration(["contacts:read"]);
  const roles = ["owner", "admin", "coordinator", "privacy_officer"] as const;
  const may = [...roles.map((role) => account.member(role)), self, reading];
  for (const viewer of may) {
    expect(await seenBy(viewer)).toEqual([ids[0]]);
    expect(await nodeFor(viewer, ids[0]!)).toBe(ids[0]);
  }
  const mayNot = [anonymous, other.member("owner"), account.integration([]), selfOf(accountId, account.contactId(1))];
  for (const viewer of mayNot) {
    expect(typeof (await seenBy(viewer))).toBe("string");
    expect(await nodeFor(viewer, ids[0]!)).toBeNull();
  }
  expect(await seenBy(account.member("coordinator"), account.contactId(1))).toBe("NOT_FOUND");
  expect(await nodeFor(account.member("coordinator"), ids[1]!)).toBeNull();
});

test("P31: what staff read of invitations is on record", async () => {
  const staff = await letIn(identity, account);
  expect(await seenBy(staff)).toEqual([ids[0]]);
  expect(await nodeFor(staff, ids[1]!)).toBe(ids[1]);
  const rows = await identity.admin`select fields from compliance.audit_event
    where action = 'staff.read' and account_id = ${account.accountId} order by position`;
  expect(JSON.stringify(rows)).toContain(gid(account.contactId(1)));
  expect(rows).toHaveLength(2);
});

test("owners, admins and the contact's coordinator invite, resend and withdraw; others do not", async () => {
  identity.clock.advance(minuteMs);
  const coordinator = account.member("coordinator");
  expect((await to.invite(coordinator, account.contactId(2), studioId)).type).toBe("InvitationPayload");
  expect((await to.invite(coordinator, account.contactId(3), studioId)).refused).toEqual(["NOT_FOUND"]);
  expect((await to.resend(coordinator, ids[0]!)).type).toBe("InvitationPayload");
  expect((await to.resend(coordinator, ids[1]!)).refused).toEqual(["NOT_FOUND"]);
  expect((await to.revoke(coordinator, ids[1]!)).refused).toEqual(["NOT_FOUND"]);
  expect((await to.revoke(other.member("owner"), ids[1]!)).refused).toEqual(["NOT_FOUND"]);
  expect((await to.invite(account.member("privacy_officer"), account.contactId(2), studioId)).refused).toEqual([
    "FORBIDDEN",
  ]);
  expect((await to.revoke(account.member("admin"), ids[1]!)).type).toBe("InvitationPayload");
});

test("a contact's invitations are paged both ways, the newest first", async () => {
  const contactId = account.contactId(4);
  const made = [];
  for (let index = 0; index < 5; index += 1) {
    const place = await addStudio(identity.admin, { accountId: account.accountId, slug: newId() });
    made.unshift(String((await to.invite(account.member("owner"), contactId, place))["invitation"].id));
    identity.clock.advance(minuteMs);
  }
  const page = async (args: Record<string, unknown>) => {
    const { data } = await identity.ask(account.member("owner"), LIST, { id: gid(contactId), ...args });
    const { edges, pageInfo } = data.contact.invitations;
    return { pageInfo, ids: edges.map(({ node }: { node: { id: string } }) => node.id) };
  };
  const first = await page({ first: 2 });
  expect([first.ids, first.pageInfo.hasNextPage]).toEqual([made.slice(0, 2), true]);
  const second = await page({ first: 2, after: first.pageInfo.endCursor });
  expect(second.ids).toEqual(made.slice(2, 4));
  const last = await page({ last: 2 });
  expect([last.ids, last.pageInfo.hasPreviousPage]).toEqual([made.slice(3), true]);
  expect((await page({ last: 2, before: last.pageInfo.startCursor })).ids).toEqual(made.slice(1, 3));
});

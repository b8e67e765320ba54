import { afterAll, beforeAll, expect, test } from "vitest";
import { dayMs, hourMs, minuteMs } from "@studio/kit/clock.js";
import type { StaffViewer, Viewer } from "@studio/kit/auth/viewer.js";
import { toGlobalId } from "@studio/kit/paging/global-id.js";
import { actionsOf, mutate } from "../../test/mutate.js";
import { newAccount, type TestAccount } from "../../test/new-account.js";
import { hub, letIn, newStaff } from "../../test/people.js";
import { anonymous, runIdentity, type RunningIdentity } from "../../test/running-identity.js";

const GRANT = `... on SupportGrantPayload { supportGrant { id state scopes reason staffId expiresAt grantedBy { id } } }`;
const ASKED = `${GRANT} ... on AlreadyAsked { supportGrant { id state } }`;
const STATE = `${GRANT} ... on WrongGrantState { state }`;

let identity: RunningIdentity;

beforeAll(async () => {
  identity = await runIdentity();
});

afterAll(() => identity.stop());

const REASON = "Ticket 4711: photos do not arrive";

const ask = (of: TestAccount, staff: Viewer, more: Record<string, unknown> = {}) => {
  const input = { accountId: toGlobalId("Account", of.accountId), reason: REASON, ...more };
  return mutate(identity, staff, "requestSupportAccess", input, ASKED);
};

const answer = (of: TestAccount, name: string, id: string, role: "owner" | "admin" | "privacy_officer" = "owner") =>
  mutate(identity, of.member(role), name, { id }, STATE);

/** Who the staff person is at their next request in the account. */
const standing = async (of: TestAccount, { staffId }: StaffViewer) => {
  const credential = hub("sam@platform.example", { subject: staffId, staff: true, mfa: true, accountId: of.accountId });
  const found = await identity.identify(credential);
  if (!("viewer" in found) || found.viewer.kind !== "staff") throw new Error("Staff were not let in at all.");
  return found.viewer;
};

test("staff ask, an owner grants for 8 hours, extends by 24, and the door closes by itself", async () => {
  const of = await newAccount(identity, 0);
  const staff = newStaff();
  const asked = await ask(of, staff, { scopes: ["PHOTOS_READ"] });
  expect(asked.supportGrant).toMatchObject({
    state: "REQUESTED",
    reason: REASON,
    scopes: ["CONTACTS_READ", "PHOTOS_READ"],
    staffId: staff.staffId,
  });
  const { id } = asked.supportGrant;
  expect((await standing(of, staff)).accountId).toBeNull();
  const granted = await answer(of, "grantSupportAccess", id);
  expect(granted.supportGrant).toMatchObject({
    state: "GRANTED",
    grantedBy: { id: toGlobalId("Member", of.member("owner").memberId) },
  });
  expect(await standing(of, staff)).toMatchObject({
    accountId: of.accountId,
    scopes: ["contacts:read", "photos:read"],
  });
  identity.clock.advance(8 * hourMs - minuteMs);
  expect((await standing(of, staff)).accountId).toBe(of.accountId);
  const extended = await answer(of, "extendSupportAccess", id);
  const hours = (Date.parse(extended.supportGrant.expiresAt) - Date.parse(granted.supportGrant.expiresAt)) / hourMs;
  expect(hours).toBe(24);
  identity.clock.advance(24 * hourMs);
  expect((await standing(of, staff)).accountId).toBe(of.accountId);
  identity.clock.advance(minuteMs);
  expect((await standing(of, staff)).accountId).toBeNull();
  expect(await answer(of, "extendSupportAccess", id)).toMatchObject({ type: "WrongGrantState", state: "EXPIRED" });
  identity.clock.reset();
  expect(await actionsOf(identity, of.accountId)).toEqual([
    "support_grant.requested",
    "support_grant.granted",
    "support_grant.extended",
  ]);
});

test("a grant that is revoked ends at the next request; what is denied or lapsed never opens", async () => {
  const of = await newAccount(identity, 0);
  const [revoked, denied, lapsed] = [newStaff(), newStaff(), newStaff()];
  const ids = await Promise.all([revoked, denied, lapsed].map(async (staff) => (await ask(of, staff)).supportGrant.id));
  await answer(of, "grantSupportAccess", ids[0]);
  expect((await standing(of, revoked)).accountId).toBe(of.accountId);
  expect((await answer(of, "revokeSupportAccess", ids[0])).supportGrant.state).toBe("REVOKED");
  expect((await standing(of, revoked)).accountId).toBeNull();
  expect((await answer(of, "denySupportAccess", ids[1])).supportGrant.state).toBe("DENIED");
  identity.clock.advance(7 * dayMs);
  const states = ["REVOKED", "DENIED", "EXPIRED"];
  for (const [index, id] of ids.entries()) {
    for (const name of ["grantSupportAccess", "denySupportAccess", "extendSupportAccess", "revokeSupportAccess"]) {
      expect(await answer(of, name, id)).toMatchObject({ type: "WrongGrantState", state: states[index] });
    }
  }
  expect((await ask(of, lapsed)).type).toBe("SupportGrantPayload");
  identity.clock.reset();
});

test("of a grant and a denial at once, one comes too late", async () => {
  const of = await newAccount(identity, 0);
  const { id } = (await ask(of, newStaff())).supportGrant;
  const both = await Promise.all([answer(of, "grantSupportAccess", id), answer(of, "denySupportAccess", id)]);
  expect(both.map(({ type }) => type).toSorted()).toEqual(["SupportGrantPayload", "WrongGrantState"]);
});

test("asking twice, even at once, is one request", async () => {
  const of = await newAccount(identity, 0);
  const staff = newStaff();
  const both = await Promise.all([ask(of, staff), ask(of, staff)]);
  expect(both.map(({ type }) => type).toSorted()).toEqual(["AlreadyAsked", "SupportGrantPayload"]);
  expect(new Set(both.map(({ supportGrant }) => supportGrant.id)).size).toBe(1);
});

test("says what is wrong with a request, and who may make one", async () => {
  const of = await newAccount(identity, 0);
  expect(await ask(of, newStaff(), { reason: "look" })).toMatchObject({ type: "InvalidReason" });
  const nobody = toGlobalId("Account", newStaff().staffId.replace("staff-", ""));
  expect((await ask(of, newStaff(), { accountId: nobody })).refused).toEqual(["NOT_FOUND"]);
  await mutate(identity, of.member("owner"), "updateAccountSettings", {
    version: 1,
    policies: { supportAccess: false },
  });
  expect(await ask(of, newStaff())).toMatchObject({ type: "SupportAccessClosed" });
  expect((await ask(of, of.member("owner"))).refused).toEqual(["FORBIDDEN"]);
  expect((await ask(of, anonymous)).refused).toEqual(["UNAUTHENTICATED"]);
});

test("owner and privacy officer see who was let in; only an owner answers, in their own account", async () => {
  const of = await newAccount(identity, 0);
  const { id } = (await ask(of, newStaff())).supportGrant;
  const query = "{ supportGrants { edges { node { id state reason grantedBy { name } } } } }";
  for (const role of ["owner", "privacy_officer"] as const) {
    const { data, errors } = await identity.ask(of.member(role), query);
    expect([data.supportGrants.edges, errors]).toEqual([
      [{ node: { id, state: "REQUESTED", reason: REASON, grantedBy: null } }],
      [],
    ]);
  }
  for (const viewer of [of.member("admin"), of.member("coordinator"), await letIn(identity, of)]) {
    const { data, errors } = await identity.ask(viewer, `${query.slice(0, -1)} node(id: "${id}") { id } }`);
    expect([data, errors.map(({ code }) => code)]).toEqual([
      { supportGrants: null, node: null },
      ["FORBIDDEN", "NOT_FOUND"],
    ]);
  }
  for (const role of ["admin", "privacy_officer"] as const) {
    expect((await answer(of, "grantSupportAccess", id, role)).refused).toEqual(["FORBIDDEN"]);
  }
  const other = await newAccount(identity, 0);
  expect((await answer(other, "grantSupportAccess", id)).refused).toEqual(["NOT_FOUND"]);
});

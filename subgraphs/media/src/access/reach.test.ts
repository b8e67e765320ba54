import { expect, test } from "vitest";
import { anonymous, type MemberRole, type Viewer } from "@studio/kit/auth/viewer.js";
import { ReadLog } from "@studio/kit/server/read-log.js";
import { decideDoings, mayKnow, mayKnowEventOf, reachOf } from "./reach.js";

const accountId = "a";
const member = (role: MemberRole, groupIds: string[] = []): Viewer => ({
  kind: "member",
  accountId,
  memberId: "m",
  role,
  groupIds,
});
const client = (purpose: "integration" | "hr_sync", scopes: string[]): Viewer => ({
  kind: "api_client",
  accountId,
  clientId: "c",
  purpose,
  scopes,
  fieldGrants: [],
});
const staff = (grantId: string | null): Viewer => ({
  kind: "staff",
  staffId: "s",
  accountId: grantId && accountId,
  grantId,
  scopes: [],
});
const contact: Viewer = { kind: "contact", accountId, contactId: "anna", studioId: "st", sessionId: "se" };

const everyone = { contactId: null, groupIds: null };

test.each<[string, Viewer, ReturnType<typeof reachOf>]>([
  ["an owner knows everyone", member("owner"), everyone],
  ["an admin knows everyone", member("admin"), everyone],
  ["a privacy officer knows everyone", member("privacy_officer"), everyone],
  ["a coordinator knows their groups", member("coordinator", ["g1"]), { ...everyone, groupIds: ["g1"] }],
  ["a coordinator without a group knows nobody", member("coordinator"), null],
  ["a contact knows themselves", contact, { ...everyone, contactId: "anna" }],
  ["an integration needs the scope", client("integration", ["contacts:read"]), everyone],
  ["an integration without the scope knows nobody", client("integration", []), null],
  ["the HR sync knows everyone", client("hr_sync", []), everyone],
  ["staff under a grant know everyone", staff("g"), everyone],
  ["staff without a grant know nobody", staff(null), null],
  ["a stranger knows nobody", anonymous, null],
])("%s", (_sentence, viewer, reach) => {
  expect(reachOf(viewer)).toEqual(reach);
});

test("a coordinator does not know a contact of another group", () => {
  const known = { contactId: "anna", groupIds: ["g1"], restricted: false, verified: true };
  expect(mayKnow(member("coordinator", ["g1"]), known)).toBe(true);
  expect(mayKnow(member("coordinator", ["g2"]), known)).toBe(false);
  expect(mayKnow(member("owner"), null)).toBe(false);
});

const restricted = { contactId: "anna", groupIds: ["g1"], restricted: true, verified: true };

/** What somebody may know of a contact under restriction: that they are there, and what they do, without and with a purpose. */
function known(viewer: Viewer) {
  const asking = (more: object = {}) => ({ viewer, requestId: "r", reads: new ReadLog(), ...more });
  const [without, stated] = [asking(), asking({ purpose: { purpose: "legal_claim", note: null } })];
  const told = [without, stated].map((context) => mayKnowEventOf(context, "anna", restricted));
  const doings = [without, stated].map((context) => decideDoings(context, restricted, "submission"));
  expect(doings.map((decision) => decision === true)).toEqual(told);
  const refusal = doings[0] === true ? null : doings[0]?.extensions["code"];
  return [mayKnow(viewer, restricted), refusal, told[1], stated.reads.entries().length];
}

test.each<[string, Viewer, ReturnType<typeof known>]>([
  ["an owner", member("owner"), [true, "FORBIDDEN", true, 1]],
  ["a privacy officer", member("privacy_officer"), [true, "FORBIDDEN", true, 1]],
  ["an admin", member("admin"), [true, "FORBIDDEN", false, 0]],
  ["a coordinator", member("coordinator", ["g1"]), [true, "FORBIDDEN", false, 0]],
  ["an integration", client("integration", ["contacts:read"]), [true, "FORBIDDEN", false, 0]],
  ["the HR sync", client("hr_sync", []), [true, "FORBIDDEN", false, 0]],
  ["staff under a grant", staff("g"), [false, "NOT_FOUND", false, 0]],
  ["the contact", contact, [true, null, true, 0]],
])("%s, of a contact under restriction", (_who, viewer, expected) => {
  expect(known(viewer)).toEqual(expected);
});

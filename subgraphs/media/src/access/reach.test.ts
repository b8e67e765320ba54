import { expect, test } from "vitest";
import { anonymous, type MemberRole, type Viewer } from "@studio/kit/auth/viewer.js";
import { mayKnow, reachOf } from "./reach.js";

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

const everyone = { contactId: null, groupIds: null, hidesRestricted: false };

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
  ["staff under a grant know who is not restricted", staff("g"), { ...everyone, hidesRestricted: true }],
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

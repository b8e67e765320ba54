import { afterAll, beforeAll, describe, expect, test } from "vitest";
import type { MemberViewer, Viewer } from "@studio/kit/auth/viewer.js";
import { hourMs } from "@studio/kit/clock.js";
import { toGlobalId } from "@studio/kit/paging/global-id.js";
import { mutate } from "../../test/mutate.js";
import { newAccount, type TestAccount } from "../../test/new-account.js";
import { hub } from "../../test/people.js";
import { runIdentity, type RunningIdentity } from "../../test/running-identity.js";
import { decideFieldAccess } from "../access/decide-field-access.js";

let identity: RunningIdentity;
let account: TestAccount;
let owner: MemberViewer;

beforeAll(async () => {
  identity = await runIdentity();
  account = await newAccount(identity, 6);
  owner = account.member("owner");
});

afterAll(() => identity.stop());

const SELECTION = `... on PreviewAsPayload { token preview { role groups { id } scopes fields { key } until } }
  ... on NotForPreviewRole { path }`;

const begin = (input: Record<string, unknown>, viewer: Viewer = owner) =>
  mutate(identity, viewer, "previewAs", input, SELECTION);

const tokenFor = async (input: Record<string, unknown>): Promise<string> => (await begin(input))["token"];

/** Whom the gateway would be told that the account's owner is, with a preview's token beside their own credential. */
const shown = (preview: string, email = account.emailOf("owner")) => identity.identify({ ...hub(email), preview });

async function previewed(input: Record<string, unknown>): Promise<Viewer> {
  const answer = await shown(await tokenFor(input));
  if (!("viewer" in answer)) throw new Error(JSON.stringify(answer));
  return answer.viewer;
}

const groupId = (index: 0 | 1) => toGlobalId("Group", account.groupIds[index]);

const LIST = `{ viewer { kind role previewing { role groups { id } scopes fields { key } } }
  contacts(first: 10) { totalCount edges { node { id phone externalId } } } }`;

test("an owner sees the account as a coordinator of the groups they name", async () => {
  const viewer = await previewed({ role: "COORDINATOR", groupIds: [groupId(0)] });
  const seen = await identity.ask(viewer, LIST, {});
  const real = await identity.ask(account.member("coordinator"), LIST, {});
  expect(seen.data.contacts).toEqual(real.data.contacts);
  expect(seen.errors).toEqual(real.errors);
  expect(seen.data.contacts.totalCount).toBe(3);
  expect(seen.data.viewer).toEqual({
    kind: "MEMBER",
    role: "COORDINATOR",
    previewing: { role: "COORDINATOR", groups: [{ id: groupId(0) }], scopes: [], fields: [] },
  });
  const other = toGlobalId("Contact", account.contactId(1));
  const entity = `{ _entities(representations: [{ __typename: "Contact", id: "${other}" }]) { ... on Contact { id } } }`;
  expect((await identity.ask(viewer, entity, {})).data["_entities"]).toEqual([null]);
  expect((await identity.ask(viewer, `{ contact(id: "${other}") { id } }`, {})).errors).toMatchObject([
    { code: "NOT_FOUND" },
  ]);
});

test("a program is seen with the scopes and fields named, and no others", async () => {
  const fieldIds = [toGlobalId("ContactField", account.seed.fieldIdOf("salary_band"))];
  const query = `{ viewer { kind previewing { role scopes fields { key } } } contacts(first: 1) { edges { node {
    customFields(keys: ["salary_band", "date_of_birth"]) { key value } } } } }`;
  const bare = await identity.ask(await previewed({ role: "INTEGRATION" }), query, {});
  expect([bare.data.contacts, bare.errors[0]?.message]).toEqual([null, expect.stringContaining("contacts:read")]);
  const viewer = await previewed({ role: "INTEGRATION", scopes: ["contacts:read"], fieldIds });
  const seen = await identity.ask(viewer, query, {});
  const real = await identity.ask(account.integration(["contacts:read"], ["salary_band"]), query, {});
  expect([seen.data.contacts, seen.errors]).toEqual([real.data.contacts, real.errors]);
  expect(seen.data.viewer).toEqual({
    kind: "API_CLIENT",
    previewing: { role: "INTEGRATION", scopes: ["contacts:read"], fields: [{ key: "salary_band" }] },
  });
});

test("changes nothing: every mutation is refused, whatever the role might do", async () => {
  const viewer = await previewed({ role: "ADMIN" });
  const refused = await identity.ask(viewer, `mutation { createGroup(input: { name: "New" }) { __typename } }`, {});
  expect(refused.errors).toMatchObject([{ code: "FORBIDDEN", message: expect.stringContaining("read-only") }]);
  const groups = await identity.admin`select id from identity.contact_group where account_id = ${account.accountId}`;
  expect(groups).toHaveLength(2);
});

describe("never shows more than the owner's own", () => {
  test("where the role may read a row that the owner may not", async () => {
    const viewer = await previewed({ role: "PRIVACY_OFFICER" });
    const facts = { contactId: account.contactId(0), groupIds: [], restricted: false, purpose: "incident" } as const;
    expect(decideFieldAccess(account.member("privacy_officer"), "deviceData", facts).kind).toBe("read");
    expect(decideFieldAccess(viewer, "deviceData", facts).kind).toBe("denied");
    expect(decideFieldAccess(viewer, "customRestricted", facts).kind).toBe("read");
  });

  test("once they are no owner any more", async () => {
    const own = await newAccount(identity, 0);
    const email = own.emailOf("owner");
    const { token } = await begin({ role: "ADMIN" }, own.member("owner"));
    expect(await shown(token, email)).toHaveProperty("viewer");
    await identity.admin`update identity.member set role = 'admin' where id = ${own.member("owner").memberId}`;
    expect(await shown(token, email)).toEqual({ forbidden: expect.stringContaining("only an owner") });
  });
});

test("the token opens for whoever asked for it, for an hour, and whole", async () => {
  const token = await tokenFor({ role: "ADMIN" });
  const other = await newAccount(identity, 0);
  const over = { forbidden: expect.stringContaining("over, or not yours") };
  expect(await shown(token)).toHaveProperty("viewer");
  expect(await shown(token, other.emailOf("owner"))).toEqual(over);
  for (const wrong of [`${token.slice(0, -2)}AA`, token.slice(0, 20), "", "x"])
    expect(await shown(wrong)).toEqual(over);
  const key = { kind: "api_key", key: account.integrationKey, preview: token } as const;
  expect(await identity.identify(key)).toEqual({ forbidden: expect.stringContaining("only an owner") });
  identity.clock.advance(hourMs);
  expect(await shown(token)).toEqual(over);
  identity.clock.reset();
});

test("a group that was set aside meanwhile is gone from the preview too", async () => {
  const own = await newAccount(identity, 2);
  const input = { role: "COORDINATOR", groupIds: own.groupIds.map((id) => toGlobalId("Group", id)) };
  const { token } = await begin(input, own.member("owner"));
  await identity.admin`update identity.contact_group set archived_at = now() where id = ${own.groupIds[1]}`;
  expect(await shown(token, own.emailOf("owner"))).toMatchObject({ viewer: { groupIds: [own.groupIds[0]] } });
});

test("that it began is on record once; what is looked at is under the owner's name", async () => {
  const own = await newAccount(identity, 3);
  const { token } = await begin({ role: "PRIVACY_OFFICER" }, own.member("owner"));
  const answer = await shown(token, own.emailOf("owner"));
  const viewer = "viewer" in answer ? answer.viewer : expect.fail("no preview");
  const query = `{ contacts(first: 1) { edges { node { customFields(keys: ["emergency_contact"]) { value } } } } }`;
  const purpose = { purpose: "incident", note: null } as const;
  await identity.subgraph.execute({ query, viewer, purpose, requestId: "request" });
  const trail = await identity.admin`select action, actor_id, fields from compliance.audit_event
    where account_id = ${own.accountId} and action <> 'member.linked' order by position`;
  const actor_id = own.member("owner").memberId;
  expect([...trail]).toEqual([
    { action: "preview.begun", actor_id, fields: ["privacy_officer"] },
    { action: "contact.read", actor_id, fields: ["customFields.emergency_contact"] },
  ]);
});

test("is for owners, with groups for a coordinator and scopes and fields for a program", async () => {
  for (const role of ["admin", "coordinator", "privacy_officer"] as const) {
    const query = `mutation { previewAs(input: { role: ADMIN }) { __typename } }`;
    expect((await identity.ask(account.member(role), query, {})).errors).toMatchObject([{ code: "FORBIDDEN" }]);
  }
  expect(await begin({ role: "ADMIN", groupIds: [groupId(0)] })).toMatchObject({ path: ["input", "groupIds"] });
  expect(await begin({ role: "ADMIN", scopes: ["a:read"] })).toMatchObject({ path: ["input", "scopes"] });
  expect(await begin({ role: "INTEGRATION", scopes: ["studios:read"] })).toMatchObject({ token: expect.any(String) });
  for (const scope of ["a:read", "contacts:read\u0000"])
    expect(await begin({ role: "INTEGRATION", scopes: [scope] })).toMatchObject({ path: ["input", "scopes"] });
  const foreign = await newAccount(identity, 0);
  const variables = { input: { role: "COORDINATOR", groupIds: [toGlobalId("Group", foreign.groupIds[0])] } };
  const query = `mutation ($input: PreviewAsInput!) { previewAs(input: $input) { __typename } }`;
  expect((await identity.ask(owner, query, variables)).errors).toMatchObject([{ code: "NOT_FOUND" }]);
});

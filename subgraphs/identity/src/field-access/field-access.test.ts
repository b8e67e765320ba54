import { afterAll, beforeAll, expect, test } from "vitest";
import type { Viewer } from "@studio/kit/auth/viewer.js";
import { newId } from "@studio/kit/id.js";
import { toGlobalId } from "@studio/kit/paging/global-id.js";
import { newAccount, type TestAccount } from "../../test/new-account.js";
import { addMember, memberIdOf } from "../../test/people.js";
import { runIdentity, type RunningIdentity } from "../../test/running-identity.js";
import { addStudio } from "../../test/stand-in-for-studios.js";
import { CONTACT_FIELD_ROWS } from "../access/access-table.js";
import { GUARDED_FIELD_ROWS } from "../access/guarded-fields.js";
import { ROW_NAMES } from "../access/print-matrix.js";

let identity: RunningIdentity;
let account: TestAccount;

beforeAll(async () => {
  identity = await runIdentity();
  account = await newAccount(identity, 6);
});

afterAll(() => identity.stop());

const EXPLAIN = `query ($viewer: AccessViewerInput!, $contact: ID!, $field: String!, $studio: ID, $purpose: AccessPurpose) {
  explainFieldAccess(viewer: $viewer, contact: $contact, field: $field, studio: $studio, purpose: $purpose) {
    field audience row cell recorded signsIn
    read { outcome decidedBy reason } write { outcome decidedBy reason } } }`;

type Argument = "contact" | "studio" | "purpose";

const gid = (index: number, of = account) => toGlobalId("Contact", of.contactId(index));

function ask(asker: Viewer, viewer: object, field: string, more: Partial<Record<Argument, string | null>> = {}) {
  return identity.ask(asker, EXPLAIN, { viewer, contact: gid(0), field, ...more });
}

const explain = async (viewer: object, field: string, more = {}) =>
  (await ask(account.member("owner"), viewer, field, more)).data.explainFieldAccess;

const clientId = (name: "HR" | "App") =>
  toGlobalId("ApiClient", account.seed.apiClients.find((client) => client.name === name)!.id);

test("names the row, the cell and the reason of a role", async () => {
  expect(await explain({ role: "COORDINATOR" }, "phone")).toEqual({
    field: "Contact.phone",
    audience: "COORDINATOR",
    row: "phone",
    cell: "M",
    read: { outcome: "MASKED", decidedBy: "ROLE", reason: "your role may see a part of it" },
    write: { outcome: "DENIED", decidedBy: "ROLE", reason: "your role may not change it" },
    recorded: false,
    signsIn: true,
  });
});

test.each<[string, () => object, string, object, string, string]>([
  ["a scope that lacks", () => ({ role: "INTEGRATION" }), "email", {}, "DENIED", "SCOPE"],
  ["a scope that is there", () => ({ role: "INTEGRATION", scopes: ["contacts:read"] }), "email", {}, "READ", "SCOPE"],
  ["a grant of a program", () => ({ apiClient: clientId("App") }), "salary_band", {}, "READ", "FIELD_GRANT"],
  ["no grant", () => ({ apiClient: clientId("App") }), "date_of_birth", {}, "DENIED", "FIELD_GRANT"],
  ["a mapping that lacks", () => ({ apiClient: clientId("HR") }), "office", {}, "DENIED", "FIELD_GRANT"],
  ["who owns the field", () => ({ apiClient: clientId("HR") }), "salary_band", {}, "READ", "FIELD_OWNER"],
  ["a purpose that lacks", () => ({ role: "OWNER" }), "emergency_contact", {}, "DENIED", "PURPOSE"],
  ["a purpose", () => ({ role: "OWNER" }), "emergency_contact", { purpose: "INCIDENT" }, "READ", "PURPOSE"],
  [
    "the group",
    () => ({ member: memberIdOf(account.member("coordinator")) }),
    "email",
    { contact: 1 },
    "DENIED",
    "REACH",
  ],
  ["groups that were named", () => ({ role: "COORDINATOR", groupIds: [] }), "email", {}, "DENIED", "REACH"],
  ["the role of a member", () => ({ member: memberIdOf(account.member("admin")) }), "email", {}, "READ", "ROLE"],
])("says what decided: %s", async (_case, viewer, field, { contact = 0, ...more }: any, outcome, decidedBy) => {
  const { read } = await explain(viewer(), field, { ...more, contact: gid(contact) });
  expect(read).toMatchObject({ outcome, decidedBy });
});

test("says that a restriction decided, and that what a purpose opens is on record", async () => {
  const own = await newAccount(identity, 1);
  await identity.admin`update identity.contact set restricted_at = now() where id = ${own.contactId(0)}`;
  const of = async (role: string, purpose: string | null = null) =>
    (await ask(own.member("admin"), { role }, "email", { contact: gid(0, own), purpose })).data.explainFieldAccess;
  expect((await of("ADMIN", "INCIDENT")).read).toMatchObject({ outcome: "DENIED", decidedBy: "RESTRICTION" });
  expect((await of("OWNER")).read).toMatchObject({ outcome: "DENIED", decidedBy: "RESTRICTION" });
  expect(await of("OWNER", "INCIDENT")).toMatchObject({
    read: { outcome: "READ", decidedBy: "PURPOSE" },
    write: { outcome: "DENIED", decidedBy: "RESTRICTION" },
    recorded: true,
  });
});

test("does not tell which groups a contact under restriction is in, where the asker may not read them", async () => {
  const own = await newAccount(identity, 1);
  const asked = async (asker: Viewer, groupId: string) => {
    const viewer = { role: "COORDINATOR", groupIds: [toGlobalId("Group", groupId)] };
    const { data } = await ask(asker, viewer, "email", { contact: gid(0, own) });
    return data.explainFieldAccess;
  };
  const both = (asker: Viewer) => Promise.all(own.groupIds.map((groupId) => asked(asker, groupId)));
  const open = await both(own.member("admin"));
  expect(open.map(({ audience }) => audience)).toEqual(["COORDINATOR", null]);
  await identity.admin`update identity.contact set restricted_at = now() where id = ${own.contactId(0)}`;
  for (const asker of [own.member("admin"), own.member("owner")]) {
    const [inside, outside] = await both(asker);
    expect(inside).toEqual(outside);
    expect(inside).toMatchObject({ audience: "COORDINATOR", read: { outcome: "DENIED", decidedBy: "RESTRICTION" } });
  }
});

test("agrees with what the viewer is then shown, for every field that has an answer", async () => {
  const viewers = {
    COORDINATOR: account.member("coordinator"),
    ADMIN: account.member("admin"),
    OWNER: account.member("owner"),
  };
  const fields = ["firstName", "email", "phone", "externalId"];
  const keys = ["office", "salary_band", "date_of_birth", "emergency_contact"];
  for (const [role, viewer] of Object.entries(viewers)) {
    const query = `query ($id: ID!, $keys: [String!]) { contact(id: $id) { ${fields.join(" ")}
      customFields(keys: $keys) { key value } } }`;
    const { errors } = await identity.ask(viewer, query, { id: gid(0), keys });
    const explained = await Promise.all([...fields, ...keys].map((field) => explain({ role }, field)));
    const denied = explained.filter(({ read }) => read.outcome === "DENIED").map(({ field }) => field);
    expect([role, new Set(denied)]).toEqual([role, new Set(errors.map(({ field }) => field))]);
  }
});

test("takes a field as an error names it, and a standard name before a key", async () => {
  for (const name of ["office", "customFields.office", "Contact.customFields.office"])
    expect((await explain({ role: "ADMIN" }, name)).field).toBe("Contact.customFields.office");
  for (const name of ["email", "Contact.email"])
    expect((await explain({ role: "ADMIN" }, name)).field).toBe("Contact.email");
});

test("answers for every field that the table guards, whichever subgraph it lives in", async () => {
  const ofContact = Object.entries(CONTACT_FIELD_ROWS).map(([field, row]) => [`Contact.${field}`, row] as const);
  for (const [field, row] of [...ofContact, ...Object.entries(GUARDED_FIELD_ROWS)])
    expect(await explain({ role: "ADMIN" }, field)).toMatchObject({ field, row: ROW_NAMES[row] });
});

test("whether a coordinator sees an original depends on the studio", async () => {
  const { accountId } = account;
  const studio = async (showsOriginals: boolean) =>
    toGlobalId("Studio", await addStudio(identity.admin, { accountId, slug: newId(), showsOriginals }));
  const shown = { outcome: "READ", decidedBy: "STUDIO_SETTING" };
  const hidden = { outcome: "DENIED", decidedBy: "STUDIO_SETTING" };
  const of = async (id: string | null) =>
    (await explain({ role: "COORDINATOR" }, "Photo.original", { studio: id })).read;
  expect(await of(await studio(true))).toMatchObject(shown);
  expect(await of(await studio(false))).toMatchObject(hidden);
  expect(await of(null)).toMatchObject(hidden);
  const foreign = toGlobalId("Studio", newId());
  const { errors } = await ask(account.member("owner"), { role: "ADMIN" }, "Photo.original", { studio: foreign });
  expect(errors).toMatchObject([{ code: "NOT_FOUND" }]);
});

test("says who cannot sign in", async () => {
  const suspended = await addMember(identity, account, "admin");
  await identity.admin`update identity.member set status = 'suspended' where id = ${suspended.memberId}`;
  expect(await explain({ member: memberIdOf(suspended) }, "email")).toMatchObject({ signsIn: false });
});

test("tells nothing of what does not exist for the one who asks", async () => {
  const other = await newAccount(identity, 1);
  const asker = account.member("admin");
  const role = { role: "ADMIN" };
  const answers = await Promise.all([
    ask(asker, role, "email", { contact: gid(0, other) }),
    ask(asker, role, "no_such_field"),
    ask(asker, role, "constructor"),
    ask(asker, { member: memberIdOf(other.member("owner")) }, "email"),
    ask(asker, { apiClient: toGlobalId("ApiClient", other.seed.apiClients[0]!.id) }, "email"),
  ]);
  expect(answers.map(({ errors }) => errors[0]?.code)).toEqual(Array(5).fill("NOT_FOUND"));
  expect((await ask(asker, {}, "email")).errors).toMatchObject([{ code: "BAD_USER_INPUT" }]);
  const both = { ...role, member: memberIdOf(asker) };
  expect((await ask(asker, both, "email")).errors).toMatchObject([{ code: "BAD_USER_INPUT" }]);
});

test("is for owners, admins and privacy officers", async () => {
  for (const viewer of [account.member("coordinator"), account.integration(["contacts:read"])])
    expect((await ask(viewer, { role: "OWNER" }, "email")).errors).toMatchObject([{ code: "FORBIDDEN" }]);
  expect((await ask(account.member("privacy_officer"), { role: "OWNER" }, "email")).errors).toEqual([]);
});

import { afterAll, beforeAll, describe, expect, test } from "vitest";
import type { Viewer } from "@studio/kit/auth/viewer.js";
import { toGlobalId } from "@studio/kit/paging/global-id.js";
import { CELLS, type Need } from "../../test/access-contract.js";
import { newAccount, type TestAccount } from "../../test/new-account.js";
import { runIdentity, type RunningIdentity } from "../../test/running-identity.js";
import type { AccessRow, Audience } from "../access/access-table.js";

/** How each field is named in each argument of a list; null where the argument has no such field. */
interface Uses {
  label: string;
  row: AccessRow;
  filter: object;
  order: object | null;
  facet: object | null;
  search?: true;
  /** Closed to programs and staff as `groups` is. */
  ofMembers?: true;
}

const standard = (row: AccessRow, name: string, filter: object, order: string | null): Uses => ({
  label: name,
  row,
  filter: { [name]: filter },
  order: order === null ? null : { field: order },
  facet: name === "status" || name === "group" ? { field: name.toUpperCase() } : null,
});

const custom = (row: AccessRow, key: string, value: unknown, facet: boolean): Uses => ({
  label: key,
  row,
  filter: { custom: { key, eq: value } },
  order: { custom: key },
  facet: facet ? { custom: key } : null,
});

const FIELDS: Uses[] = [
  standard("status", "status", { eq: "VERIFIED" }, "STATUS"),
  { ...standard("status", "group", { isSet: true }, null), ofMembers: true },
  standard("status", "createdAt", { isSet: true }, "CREATED_AT"),
  standard("status", "updatedAt", { isSet: true }, "UPDATED_AT"),
  standard("idAndFlag", "restrictedAt", { isSet: false }, null),
  { ...standard("name", "firstName", { contains: "a" }, "FIRST_NAME"), search: true },
  standard("name", "lastName", { startsWith: "a" }, "LAST_NAME"),
  standard("email", "email", { contains: "@" }, "EMAIL"),
  standard("phone", "phone", { isSet: true }, null),
  standard("externalId", "externalId", { gt: "E" }, "EXTERNAL_ID"),
  custom("customPublic", "department", "design", true),
  custom("customInternal", "office", "berlin", true),
  custom("customConfidential", "salary_band", "A", true),
  custom("customRestricted", "emergency_contact", "x", false),
];

const OUTSIDE: readonly Audience[] = ["integration", "hr_sync", "staff_with_grant"];

const OWNED_BY_HR = new Set(["salary_band"]);

let identity: RunningIdentity;
let account: TestAccount;

beforeAll(async () => {
  identity = await runIdentity();
  account = await newAccount(identity, 6);
});

afterAll(() => identity.stop());

/** The viewer of a column, with what `need` asks for and every scope that it takes to list at all. */
function viewerOf(audience: Audience, need: Need): Viewer | null {
  const { accountId } = account;
  const keys = FIELDS.map(({ label }) => label).filter((label) => /_|department|office/.test(label));
  const granted = need === "grant" ? keys : [];
  switch (audience) {
    case "integration":
      return account.integration(["contacts:read"], granted);
    case "hr_sync":
      return account.hr(granted);
    case "staff_with_grant":
      return { kind: "staff", staffId: "sam", accountId, grantId: "g", scopes: ["contacts:read"] };
    case "staff":
    case "anonymous":
    case "self":
      return null;
    default:
      return account.member(audience);
  }
}

const LIST = `query ($filter: ContactFilter, $orderBy: [ContactOrder!], $search: String) {
  contacts(filter: $filter, orderBy: $orderBy, search: $search) { edges { node { id } } totalCount } }`;
const STATS = `query ($filter: ContactFilter, $search: String, $facets: [ContactFacetInput!]!) {
  contactStats(filter: $filter, search: $search, facets: $facets) { totalCount facets { values { value count } } } }`;
const SAVE = `mutation ($filter: ContactFilter, $orderBy: [ContactOrder!], $name: String!) {
  createSavedView(input: { name: $name, filter: $filter, orderBy: $orderBy }) { __typename } }`;

/** What an argument came to: used, refused for who asks or for what it asks, or refused and answered all the same. */
async function outcome(viewer: Viewer, query: string, variables: Record<string, unknown>): Promise<string> {
  const { data, errors } = await identity.ask(viewer, query, variables);
  const refused = errors.find(({ path }) => path === "contacts" || path === "contactStats");
  if (!refused) return "used";
  return Object.values(data).every((value) => value === null) ? refused.code : "refused and answered";
}

const SEALED: readonly AccessRow[] = ["customConfidential", "customRestricted"];

/** Every argument in which a field can be named, and what came of it. */
async function tryEverywhere(viewer: Viewer, field: Uses, name: string): Promise<Record<string, string>> {
  const nested = { or: [{ status: { eq: "VERIFIED" } }, { not: { and: [field.filter] } }] };
  const second = field.label === "status" ? "UPDATED_AT" : "STATUS";
  const attempts: Record<string, Promise<string>> = {
    filter: outcome(viewer, LIST, { filter: field.filter }),
    nested: outcome(viewer, LIST, { filter: nested }),
    counted: outcome(viewer, STATS, { filter: nested, facets: [] }),
    ...(field.order && { order: outcome(viewer, LIST, { orderBy: [{ field: second }, field.order] }) }),
    ...(field.facet && { facet: outcome(viewer, STATS, { facets: [field.facet] }) }),
    ...(field.search && { search: outcome(viewer, LIST, { search: "amina" }) }),
    ...(field.search && { searchCounted: outcome(viewer, STATS, { search: "amina", facets: [] }) }),
    ...(viewer.kind === "member" && { saved: savedAs(viewer, nested, name) }),
  };
  const entries = Object.entries(attempts).map(async ([where, attempt]) => [where, await attempt] as const);
  return Object.fromEntries(await Promise.all(entries));
}

async function savedAs(viewer: Viewer, filter: object, name: string): Promise<string> {
  const { data } = await identity.ask(viewer, SAVE, { filter, name });
  return data.createSavedView.__typename;
}

const lists = CELLS.filter(({ audience }) => !["anonymous", "self", "staff"].includes(audience));

describe.each(FIELDS)("$label", (field) => {
  const cells = lists.filter(({ row }) => row === field.row);

  test.each(cells)("in an argument of $audience, who has it as $phrase", async ({ audience, meaning }) => {
    for (const brought of ["nothing", "grant"] as const) {
      const { read, masked } = meaning!;
      const has = read === "nothing" || read === "scope" || read === brought;
      const isLet = !field.ofMembers || !OUTSIDE.includes(audience);
      const may = isLet && !masked && (has || (read === "hr owns" && OWNED_BY_HR.has(field.label)));
      const used = SEALED.includes(field.row) ? "BAD_USER_INPUT" : "used";
      const saved = may && used === "used" ? "SavedViewPayload" : "InvalidSavedView";
      const found = await tryEverywhere(viewerOf(audience, brought)!, field, `${field.label} ${brought} ${audience}`);
      const expected = Object.keys(found).map((where) => [where, where === "saved" ? saved : may ? used : "FORBIDDEN"]);
      expect({ audience, brought, ...found }).toEqual({ audience, brought, ...Object.fromEntries(expected) });
    }
  });
});

test("tells nothing of contacts under restriction by values, only by what stays readable", async () => {
  const own = await newAccount(identity, 6);
  const hidden = own.contactId(1);
  await identity.admin`update identity.contact set restricted_at = now(), last_name = 'Canary', email_key = 'canary@x.y'
    where account_id = ${own.accountId} and id = ${hidden}`;
  const admin = own.member("admin");
  const count = async (variables: object) =>
    (await identity.ask(admin, LIST, variables as Record<string, unknown>)).data.contacts.totalCount;
  const canary = { lastName: { eq: "Canary" } };
  expect(await count({ filter: canary })).toBe(0);
  expect(await count({ filter: { not: canary } })).toBe(5);
  expect(await count({ filter: { or: [canary, { id: { in: [toGlobalId("Contact", hidden)] } }] } })).toBe(0);
  expect(await count({ search: "canary" })).toBe(0);
  expect(await count({})).toBe(6);
  expect(await count({ filter: { id: { eq: toGlobalId("Contact", hidden) } } })).toBe(1);
  expect(await count({ filter: { restrictedAt: { isSet: true } } })).toBe(1);
  for (const field of ["status", "group", "createdAt", "updatedAt"]) {
    const all = field === "status" ? { in: ["VERIFIED", "UNVERIFIED", "INVITED", "ARCHIVED"] } : { isSet: true };
    expect([field, await count({ filter: { [field]: all } })]).toEqual([field, 5]);
    expect([field, await count({ filter: { not: { [field]: all } } })]).toEqual([field, 0]);
  }
  for (const field of ["LAST_NAME", "STATUS", "CREATED_AT", "UPDATED_AT"])
    expect([field, await count({ orderBy: [{ field }] })]).toEqual([field, 5]);
  for (const facet of [{ custom: "office" }, { field: "STATUS" }, { field: "GROUP" }, { field: "STUDIO" }]) {
    const { contactStats } = (await identity.ask(admin, STATS, { facets: [facet] })).data;
    expect(contactStats.totalCount).toBe(5);
  }
  const groups = "{ groups { edges { node { contactCount } } } }";
  const { edges } = (await identity.ask(admin, groups)).data.groups;
  expect(edges.reduce((sum: number, { node }: any) => sum + node.contactCount, 0)).toBe(5);
  const staff: Viewer = { kind: "staff", staffId: "s", accountId: own.accountId, grantId: "g", scopes: [] };
  expect((await identity.ask(staff, LIST, {})).data.contacts.totalCount).toBe(5);
});

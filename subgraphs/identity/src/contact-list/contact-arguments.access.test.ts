import { afterAll, beforeAll, describe, expect, test } from "vitest";
import type { Viewer } from "@studio/kit/auth/viewer.js";
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
  standard("idAndStatus", "status", { eq: "VERIFIED" }, "STATUS"),
  standard("idAndStatus", "group", { isSet: true }, null),
  standard("idAndStatus", "createdAt", { isSet: true }, "CREATED_AT"),
  standard("idAndStatus", "updatedAt", { isSet: true }, "UPDATED_AT"),
  standard("idAndStatus", "restrictedAt", { isSet: false }, null),
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

/** What an argument came to: used, refused for who asks, or refused for what it asks. */
async function outcome(viewer: Viewer, query: string, variables: object): Promise<string> {
  const { data, errors } = await identity.ask(viewer, query, variables as Record<string, unknown>);
  const refused = errors.find(({ path }) => path === "contacts" || path === "contactStats");
  if (refused) expect(Object.values(data)).toEqual([null]);
  return refused?.code ?? "used";
}

const lists = CELLS.filter(({ audience }) => !["anonymous", "self", "staff"].includes(audience));

describe.each(FIELDS)("$label", (field) => {
  const cells = lists.filter(({ row }) => row === field.row);

  test.each(cells)("in an argument of $audience, who has it as $phrase", async ({ audience, meaning }) => {
    for (const brought of ["nothing", "grant"] as const) {
      const viewer = viewerOf(audience, brought)!;
      const { read, masked } = meaning!;
      const has = read === "nothing" || read === "scope" || read === brought;
      const may = !masked && (has || (read === "hr owns" && OWNED_BY_HR.has(field.label)));
      const sealed = field.row === "customConfidential" || field.row === "customRestricted";
      const expected = may ? (sealed ? "BAD_USER_INPUT" : "used") : "FORBIDDEN";
      const got = async (query: string, variables: object) => [audience, await outcome(viewer, query, variables)];
      const nested = { or: [{ status: { eq: "VERIFIED" } }, { not: { and: [field.filter] } }] };
      for (const filter of [field.filter, nested]) {
        expect(await got(LIST, { filter })).toEqual([audience, expected]);
        expect(await got(STATS, { filter, facets: [] })).toEqual([audience, expected]);
      }
      if (field.order) {
        expect(
          await got(LIST, { orderBy: [{ field: "STATUS" }, field.order].slice(field.label === "status" ? 1 : 0) }),
        ).toEqual([audience, expected]);
      }
      if (field.facet) expect(await got(STATS, { facets: [field.facet] })).toEqual([audience, expected]);
      if (field.search) {
        expect(await got(LIST, { search: "amina" })).toEqual([audience, expected]);
        expect(await got(STATS, { search: "amina", facets: [] })).toEqual([audience, expected]);
      }
      if (viewer.kind === "member") {
        const { data } = await identity.ask(viewer, SAVE, {
          filter: nested,
          name: `${field.label} ${brought} ${audience}`,
        });
        const saved = expected === "used" ? "SavedViewPayload" : "InvalidSavedView";
        expect([audience, data.createSavedView.__typename]).toEqual([audience, saved]);
      }
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
  expect(await count({ filter: { or: [canary, { status: { in: ["VERIFIED", "UNVERIFIED", "INVITED"] } }] } })).toBe(5);
  expect(await count({ orderBy: [{ field: "LAST_NAME" }] })).toBe(5);
  expect(await count({ search: "canary" })).toBe(0);
  expect(await count({})).toBe(6);
  expect(await count({ orderBy: [{ field: "STATUS" }] })).toBe(6);
  const facets = [{ custom: "office" }];
  const stats = await identity.ask(admin, STATS, { facets });
  expect(stats.data.contactStats.totalCount).toBe(5);
  const staff: Viewer = { kind: "staff", staffId: "s", accountId: own.accountId, grantId: "g", scopes: [] };
  expect((await identity.ask(staff, LIST, {})).data.contacts.totalCount).toBe(5);
});

import { readFile, stat } from "node:fs/promises";
import { afterAll, beforeAll, expect, test } from "vitest";
import { addBulkContacts } from "../../test/lists/bulk-contacts.js";
import { newAccount, type TestAccount } from "../../test/new-account.js";
import { runIdentity, type RunningIdentity } from "../../test/running-identity.js";

const CONTACTS = 100_000;

const PAGE = `query ($filter: ContactFilter, $search: String, $orderBy: [ContactOrder!], $first: Int, $last: Int, $after: String) {
  contacts(filter: $filter, search: $search, orderBy: $orderBy, first: $first, last: $last, after: $after) {
    edges { cursor node { id } } } }`;

let identity: RunningIdentity;
let account: TestAccount;

beforeAll(async () => {
  const settings = {
    session_preload_libraries: "auto_explain",
    "auto_explain.log_min_duration": "0",
    "auto_explain.log_analyze": "on",
    "auto_explain.log_timing": "off",
    "auto_explain.log_level": "log",
    "auto_explain.log_nested_statements": "on",
  };
  identity = await runIdentity(settings);
  account = await newAccount(identity, 5);
  await addBulkContacts(identity.admin, { accountId: account.accountId, count: CONTACTS, groupIds: account.groupIds });
}, 120_000);

afterAll(() => identity.stop());

/** The plans of the statements that a request sends, as PostgreSQL logs them, and the page's cursors. */
async function plans(variables: object, viewer = account.member("owner")) {
  const { size } = await stat(identity.logFile);
  const { data, errors } = await identity.ask(viewer, PAGE, variables as Record<string, unknown>);
  expect(errors).toEqual([]);
  const log = (await readFile(identity.logFile)).subarray(size).toString("utf8");
  const isOfPage = (part: string) => /jsonb_build_array\(|Scan on contact c |contact_word/.test(part);
  const plan = log
    .split("Query Text: ")
    .filter((part) => isOfPage(part))
    .join("");
  expect(plan).not.toMatch(/Seq Scan on contact/);
  return { plan, edges: data.contacts.edges as { cursor: string }[] };
}

/** How many rows the plan's scans of contacts gave and threw away. */
function rowsRead(plan: string): number {
  const scans = [
    ...plan.matchAll(/Scan (?:Backward )?(?:using \w+ )?on contact(?:_word)?\b.*?actual rows=([\d.]+)/g),
  ].map((match) => Number(match[1]));
  const removed = [...plan.matchAll(/Rows Removed by (?:Filter|Index Recheck): (\d+)/g)].map((match) =>
    Number(match[1]),
  );
  return [...scans, ...removed].reduce((sum, rows) => sum + rows, 0);
}

const office = { custom: { key: "office", eq: "berlin" } };
const number = { custom: { key: "employee_number", eq: "B000054321" } };

const SHAPES: [string, object, string][] = [
  ["the first page", {}, "contact_created"],
  ["the last page", { last: 100 }, "contact_created"],
  ["by name", { orderBy: [{ field: "LAST_NAME" }, { field: "FIRST_NAME" }] }, "contact_by_name"],
  [
    "by name, from the end",
    { orderBy: [{ field: "LAST_NAME" }, { field: "FIRST_NAME" }], last: 100 },
    "contact_by_name",
  ],
  ["by what changed last", { orderBy: [{ field: "UPDATED_AT", direction: "DESC" }] }, "contact_updated"],
  ["by a frequent custom value", { filter: office }, "contact_slot_text"],
  ["by a rare custom value", { filter: number }, "contact_slot_text"],
  ["by a number of a custom field", { filter: { custom: { key: "remote_days", eq: 3 } } }, "contact_slot_number"],
  [
    "ordered by a custom field that is set",
    { filter: { custom: { key: "start_date", isSet: true } }, orderBy: [{ custom: "start_date" }] },
    "contact_slot_text",
  ],
  ["by status", { filter: { status: { eq: "INVITED" } } }, "contact_by_status|contact_created"],
  ["by email", { filter: { email: { eq: "Nobody@bulk.example" } } }, "contact_email_once"],
  ["by external id", { filter: { externalId: { in: ["B-5", "B-99999"] } } }, "contact_external_id_once"],
  ["by a part of a name", { filter: { lastName: { contains: "gixrux" } } }, "contact_search"],
  ["by a search", { search: "gixrux" }, "contact_word"],
  ["by a search that finds many", { search: "b" }, "contact_word"],
  ["by a search of two words", { search: "boundyel gixrux" }, "contact_word"],
  ["by a search with an error", { search: "gixurx" }, "contact_word"],
  ["by a search of two words with an error", { search: "boundyel gixurx" }, "contact_word"],
];

test.each(SHAPES)("a page %s reads few rows, by an index", async (_what, variables, index) => {
  const { plan } = await plans({ ...(!("last" in variables) && { first: 100 }), ...variables });
  expect(plan).toMatch(new RegExp(index));
  expect(rowsRead(plan)).toBeLessThan(2500);
});

test("a page deep in an order begins where its cursor says", async () => {
  for (const orderBy of [
    [],
    [{ field: "LAST_NAME" }, { field: "FIRST_NAME" }],
    [{ field: "LAST_NAME" }, { field: "UPDATED_AT", direction: "DESC" }],
  ]) {
    const { edges } = await plans({ orderBy, last: 250 });
    const { plan } = await plans({ orderBy, first: 100, after: edges[0]!.cursor });
    expect(rowsRead(plan)).toBeLessThan(2500);
  }
});

test("a coordinator's page reads their groups, not the whole account", async () => {
  const { plan } = await plans({ first: 100 }, account.member("coordinator"));
  expect(rowsRead(plan)).toBeLessThan(2500);
});

test.each(["boundyel gixrux", "boundyel gixurx", "maria gixurx", "b"])(
  "a search for %s reads few rows also once PostgreSQL plans it for any words",
  async (search) => {
    for (let turn = 0; turn < 7; turn++) await plans({ search, first: 100 });
    expect(rowsRead((await plans({ search, first: 100 })).plan)).toBeLessThan(2500);
  },
);

test("a search that finds many walks another order where one is asked for, and sorts nothing", async () => {
  const { plan } = await plans({ search: "b", orderBy: [{ field: "LAST_NAME" }], first: 100 });
  expect(plan).toMatch(/Index Scan using contact_by_name/);
});

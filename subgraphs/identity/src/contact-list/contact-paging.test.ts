import { afterAll, beforeAll, expect, test } from "vitest";
import { variedAccount } from "../../test/lists/varied-account.js";
import type { TestAccount } from "../../test/new-account.js";
import { runIdentity, type RunningIdentity } from "../../test/running-identity.js";

const PAGE = `query ($first: Int, $after: String, $last: Int, $before: String, $orderBy: [ContactOrder!],
  $filter: ContactFilter, $search: String) {
  contacts(first: $first, after: $after, last: $last, before: $before, orderBy: $orderBy, filter: $filter, search: $search) {
    edges { cursor node { id lastName externalId customFields(keys: ["remote_days", "start_date"]) { value } } }
    pageInfo { hasNextPage hasPreviousPage startCursor endCursor } } }`;

interface Connection {
  edges: {
    cursor: string;
    node: { id: string; lastName: string; externalId: string | null; customFields: { value: unknown }[] };
  }[];
  pageInfo: { hasNextPage: boolean; hasPreviousPage: boolean; startCursor: string; endCursor: string };
}

let identity: RunningIdentity;
let account: TestAccount;

beforeAll(async () => {
  identity = await runIdentity();
  account = await variedAccount(identity, 47);
});

afterAll(() => identity.stop());

async function page(variables: Record<string, unknown>): Promise<Connection> {
  const { data, errors } = await identity.ask(account.member("owner"), PAGE, variables);
  expect(errors.filter(({ path }) => !path.startsWith("contacts.edges"))).toEqual([]);
  return data.contacts;
}

/** Every contact's id, page by page from the start. */
async function forward(list: object, size: number): Promise<string[]> {
  const seen: string[] = [];
  for (let after: string | null = null, more = true; more;) {
    const { edges, pageInfo }: Connection = await page({ ...list, first: size, after });
    expect(pageInfo.hasPreviousPage).toBe(after !== null);
    seen.push(...edges.map(({ node }) => node.id));
    [after, more] = [pageInfo.endCursor, pageInfo.hasNextPage];
  }
  return seen;
}

/** Every contact's id, page by page from the end. */
async function backward(list: object, size: number): Promise<string[]> {
  const seen: string[] = [];
  for (let before: string | null = null, more = true; more;) {
    const { edges, pageInfo }: Connection = await page({ ...list, last: size, before });
    expect(pageInfo.hasNextPage).toBe(before !== null);
    seen.unshift(...edges.map(({ node }) => node.id));
    [before, more] = [pageInfo.startCursor, pageInfo.hasPreviousPage];
  }
  return seen;
}

const field = (name: string, direction = "ASC") => ({ field: name, direction });
const custom = (key: string, direction = "ASC") => ({ custom: key, direction });

const ORDERS: object[][] = [
  [],
  [field("CREATED_AT", "DESC")],
  [field("UPDATED_AT")],
  [field("LAST_NAME"), field("FIRST_NAME")],
  [field("LAST_NAME", "DESC"), field("CREATED_AT")],
  [field("FIRST_NAME", "DESC")],
  [field("EMAIL")],
  [field("EXTERNAL_ID")],
  [field("EXTERNAL_ID", "DESC")],
  [field("STATUS"), field("UPDATED_AT", "DESC"), field("EXTERNAL_ID")],
  [custom("department")],
  [custom("department", "DESC"), custom("remote_days")],
  [custom("remote_days", "DESC"), field("EXTERNAL_ID")],
  [custom("job_title"), custom("start_date", "DESC"), field("STATUS", "DESC"), field("LAST_NAME")],
];

test.each(ORDERS.map((orderBy) => [JSON.stringify(orderBy), orderBy]))(
  "covers every row once, both ways, ordered by %s",
  async (_name, orderBy) => {
    const whole = (await page({ orderBy, first: 250 })).edges.map(({ node }) => node.id);
    expect(new Set(whole).size).toBe(whole.length);
    expect(whole.length).toBeGreaterThan(40);
    for (const size of [1, 4, 46]) {
      expect(await forward({ orderBy }, size)).toEqual(whole);
      expect(await backward({ orderBy }, size)).toEqual(whole);
    }
  },
);

test("puts those without a value last, and first when the order is turned round", async () => {
  const ids = async (direction: string) =>
    (await page({ orderBy: [field("EXTERNAL_ID", direction)], first: 250 })).edges.map(({ node }) => node.externalId);
  const ascending = await ids("ASC");
  const missing = ascending.filter((id) => id === null).length;
  expect(missing).toBeGreaterThan(5);
  expect(ascending.slice(-missing).every((id) => id === null)).toBe(true);
  const given = ascending.slice(0, -missing).map(String);
  expect(given).toEqual(given.toSorted((left, right) => (left < right ? -1 : 1)));
  expect(await ids("DESC")).toEqual(ascending.toReversed());
});

test("sorts names as people do, and numbers and dates by their size", async () => {
  const names = (await page({ orderBy: [field("LAST_NAME")], first: 250 })).edges.map(({ node }) => node.lastName);
  expect(names).toEqual(names.toSorted(new Intl.Collator("en").compare));
  const days = (await page({ orderBy: [custom("remote_days")], first: 250 })).edges.map(
    ({ node }) => node.customFields.find(({ value }) => typeof value === "number")?.value ?? Infinity,
  ) as number[];
  expect(days).toEqual(days.toSorted((left, right) => left - right));
});

test("reads a page between two cursors from either end", async () => {
  const orderBy = [field("LAST_NAME"), custom("remote_days", "DESC")];
  const { edges } = await page({ orderBy, first: 250 });
  const between = { orderBy, after: edges[9]!.cursor, before: edges[20]!.cursor };
  const ids = (list: Connection) => list.edges.map(({ node }) => node.id);
  const expected = edges.slice(10, 20).map(({ node }) => node.id);
  expect(ids(await page({ ...between, first: 50 }))).toEqual(expected);
  expect(ids(await page({ ...between, first: 3 }))).toEqual(expected.slice(0, 3));
  expect(ids(await page({ ...between, last: 3 }))).toEqual(expected.slice(-3));
});

test("a cursor is of one list: another order, filter, search or viewer's reach does not open it", async () => {
  const owner = account.member("owner");
  const { edges } = await page({ orderBy: [field("LAST_NAME")], first: 3 });
  const after = edges[1]!.cursor;
  const code = async (variables: object, viewer = owner) =>
    (await identity.ask(viewer, PAGE, { ...variables, after })).errors
      .filter(({ path }) => path === "contacts")
      .map((error) => error.code);
  expect(await code({ orderBy: [field("LAST_NAME")] })).toEqual([]);
  const others = [
    { orderBy: [field("LAST_NAME", "DESC")] },
    { orderBy: [field("LAST_NAME")], filter: { status: { eq: "VERIFIED" } } },
    { orderBy: [field("LAST_NAME")], search: "amina" },
    {},
  ];
  for (const other of others) expect([other, await code(other)]).toEqual([other, ["NOT_FOUND"]]);
  expect(await code({ orderBy: [field("LAST_NAME")] }, account.member("coordinator"))).toEqual(["NOT_FOUND"]);
  const theirs = await variedAccount(identity, 2);
  expect(await code({ orderBy: [field("LAST_NAME")] }, theirs.member("owner"))).toEqual(["NOT_FOUND"]);
});

test.each([
  ["both ends at once", { first: 1, last: 1 }, "last"],
  ["a page of nothing", { last: 0 }, "last"],
  ["a page too large", { first: 251 }, "first"],
  ["a field twice", { orderBy: [field("EMAIL"), field("EMAIL", "DESC")] }, "orderBy"],
  [
    "five fields",
    { orderBy: ["STATUS", "EMAIL", "LAST_NAME", "FIRST_NAME", "CREATED_AT"].map((name) => field(name)) },
    "orderBy",
  ],
  ["no field", { orderBy: [{ direction: "ASC" }] }, "orderBy.0"],
  ["several values", { orderBy: [custom("languages")] }, "orderBy.0"],
  ["a sealed field", { orderBy: [field("EMAIL"), custom("salary_band")] }, "orderBy.1"],
])("refuses %s", async (_what, variables, argument) => {
  const owner = account.member("owner");
  const { errors } = await identity.subgraph.execute({ query: PAGE, variables, viewer: owner, requestId: "request" });
  expect(errors).toMatchObject([{ extensions: { code: "BAD_USER_INPUT", argument } }]);
});

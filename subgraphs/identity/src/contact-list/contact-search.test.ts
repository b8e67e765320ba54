import { sql } from "drizzle-orm";
import { afterAll, beforeAll, expect, test } from "vitest";
import type { StaffViewer, Viewer } from "@studio/kit/auth/viewer.js";
import { newId } from "@studio/kit/id.js";
import { newAccount, type TestAccount } from "../../test/new-account.js";
import { runIdentity, type RunningIdentity } from "../../test/running-identity.js";

const SEARCH = `query ($search: String!, $filter: ContactFilter) { contacts(search: $search, filter: $filter, first: 250) {
  totalCount edges { node { firstName lastName } } } }`;

const PEOPLE: [string, string, string][] = [
  ["Katarzyna", "Kowalski", "kk@people.example"],
  ["Jan", "Kowalczyk", "jan.k@people.example"],
  ["Kenji", "Nakamura", "ken@people.example"],
  ["Jo", "Li", "jo.li@people.example"],
  ["John", "Smith", "zebra.crossing@people.example"],
  ["Ana María", "O'Neill-Nakamura", "ana@people.example"],
];

let identity: RunningIdentity;
let account: TestAccount;

beforeAll(async () => {
  identity = await runIdentity();
  account = await newAccount(identity, PEOPLE.length);
  await newAccount(identity, 5);
  for (const [index, [first, last, email]] of PEOPLE.entries()) {
    await identity.admin`update identity.contact set first_name = ${first}, last_name = ${last}, email = ${email},
      email_key = ${email} where account_id = ${account.accountId} and id = ${account.contactId(index)}`;
  }
});

afterAll(() => identity.stop());

const rename = (index: number, first: string, last: string) =>
  identity.admin`update identity.contact set first_name = ${first}, last_name = ${last}
    where account_id = ${account.accountId} and id = ${account.contactId(index)}`;

async function found(search: string, viewer: Viewer = account.member("owner"), filter: object = {}): Promise<string[]> {
  const { data, errors } = await identity.ask(viewer, SEARCH, { search, filter });
  expect(errors.filter(({ code }) => code !== "FORBIDDEN")).toEqual([]);
  expect(data.contacts.totalCount).toBe(data.contacts.edges.length);
  return data.contacts.edges.map(({ node }: { node: { firstName: string } }) => node.firstName);
}

test.each([
  ["a whole name", "o'neill", ["Ana María"]],
  ["upper case", "NAKAMURA", ["Kenji", "Ana María"]],
  ["a beginning", "naka", ["Kenji", "Ana María"]],
  ["a missing letter", "nakmura", ["Kenji", "Ana María"]],
  ["a wrong letter", "kowalsky", ["Katarzyna"]],
  ["a letter too many", "kenjii", ["Kenji"]],
  ["two letters swapped", "nakamrua", ["Kenji", "Ana María"]],
  ["several errors, as similar words", "kowallzyk", ["Jan"]],
  ["a word that is somebody's, beside one with an error", "jo smiht", ["John"]],
  ["a name without its accent", "maria", ["Ana María"]],
  ["a name with another accent", "mària ana", ["Ana María"]],
  ["both names in any order", "nakamura kenji", ["Kenji"]],
  ["a part of a double name", "neill", ["Ana María"]],
  ["two letters, as a beginning", "jo", ["Jo", "John"]],
  ["an email's first part", "zebra", ["John"]],
  ["a whole email", "jo.li@people.example", ["Jo"]],
  ["nobody", "xylophone", []],
  ["a pattern's sign", "%%", []],
])("finds by %s", async (_what, search, expected) => {
  expect(new Set(await found(search))).toEqual(new Set(expected));
});

test("puts the best match first, and errors behind nobody who is meant literally", async () => {
  expect(await found("kowal")).toEqual(["Jan", "Katarzyna"]);
  expect(await found("kowalski")).toEqual(["Katarzyna"]);
  expect(await found("kenji jo")).toEqual([]);
});

test("lists a contact with several fitting words once", async () => {
  await rename(3, "Jo", "Jonas");
  expect(new Set(await found("jo"))).toEqual(new Set(["Jo", "John"]));
  await rename(3, "Jo", "Li");
});

test("finds a changed name by its new words and not by its old ones", async () => {
  await rename(4, "Ingeborg", "Smith");
  expect(await found("ingeborg")).toEqual(["Ingeborg"]);
  expect(await found("john")).not.toContain("Ingeborg");
  await rename(4, "John", "Smith");
});

test("whom a viewer does not see has no say in how their words are taken", async () => {
  await rename(1, "Nakmura", "Kowalczyk");
  expect(await found("nakmura")).toEqual(["Nakmura"]);
  expect(await found("nakmura", account.member("coordinator"))).toEqual(["Kenji"]);
  await rename(1, "Jan", "Kowalczyk");
});

test("searches within a filter and a coordinator's groups", async () => {
  expect(await found("nakamura", account.member("owner"), { firstName: { startsWith: "ken" } })).toEqual(["Kenji"]);
  expect(await found("nakamura", account.member("coordinator"))).toEqual(["Kenji"]);
});

test("searches emails only for those who read them in full", async () => {
  const staff: StaffViewer = { kind: "staff", staffId: "sam", accountId: account.accountId, grantId: "g", scopes: [] };
  expect(await found("zebra", staff)).toEqual([]);
  expect(await found("jo.li@people.example", staff)).toEqual([]);
  expect(await found("nakamura", staff)).toHaveLength(2);
});

test.each([
  ["a\0b", "Search for text"],
  ["\ud83d", "Search for text"],
  ["a".repeat(101), "at most 100 characters"],
  ["a b c d e f g", "at most 6 words"],
])("says what is wrong with the search %j", async (search, message) => {
  const { errors } = await identity.ask(account.member("owner"), SEARCH, { search });
  expect(errors).toMatchObject([{ code: "BAD_USER_INPUT" }]);
  expect(errors[0]!.message).toContain(message);
});

test("does not find who is under restriction, by a name that the viewer may not read", async () => {
  const { accountId } = account;
  await identity.admin`update identity.contact set restricted_at = now() where account_id = ${accountId}
    and id = ${account.contactId(2)}`;
  expect(await found("nakamura", account.member("admin"))).toEqual(["Ana María"]);
  // A blank search uses no field, so it hides nobody.
  for (const blank of ["", " \t "]) expect(await found(blank, account.member("admin"))).toHaveLength(PEOPLE.length);
  await identity.admin`update identity.contact set restricted_at = null where account_id = ${accountId}`;
});

const SEARCHES = [
  sql`select identity.contacts_named_like('%a%') as id`,
  sql`select identity.contacts_similar_to('{nakamura}', true) as id`,
  sql`select contact_id as id from identity.contact_word`,
];

test("what reads past the row policy gives ids of the transaction's own account, and none without one", async () => {
  const own = new Set(PEOPLE.map((_, index) => account.contactId(index)));
  const db = identity.openAs("identity");
  for (const search of SEARCHES) {
    const ids = await db.inAccount(account.accountId, (tx) => tx.execute<{ id: string }>(search));
    expect(ids.length).toBeGreaterThan(1);
    expect(ids.filter(({ id }) => !own.has(id))).toEqual([]);
    expect(await db.inAccount(newId(), (tx) => tx.execute(search))).toHaveLength(0);
    expect(await db.inDirectory((tx) => tx.execute(search))).toHaveLength(0);
    await expect(
      identity.openAs("media").inAccount(account.accountId, (tx) => tx.execute(search)),
    ).rejects.toMatchObject({ cause: { code: "42501" } });
  }
});

test("the role behind it owns two functions of fixed text, reads five columns, and nobody may act as it", async () => {
  const [owned] = await identity.admin`select array_agg(proname::text order by proname) as names,
    bool_and(prosecdef and proconfig @> '{search_path=pg_catalog}') as fixed
    from pg_proc where proowner = 'studio_search'::regrole`;
  expect(owned).toEqual({ names: ["contacts_named_like", "contacts_similar_to"], fixed: true });
  const relations = await identity.admin`select relname from pg_class where relowner = 'studio_search'::regrole`;
  expect(relations).toHaveLength(0);
  const columns = await identity.admin`select column_name as name from information_schema.column_privileges
    where grantee = 'studio_search' and table_schema = 'identity' order by 1`;
  expect(columns.map(({ name }) => name)).toEqual(["account_id", "email_key", "first_name", "id", "last_name"]);
  const db = identity.openAs("identity");
  await expect(
    db.inAccount(account.accountId, (tx) => tx.execute(sql`set local role studio_search`)),
  ).rejects.toMatchObject({ cause: { code: "42501" } });
});

import { sql } from "drizzle-orm";
import { afterAll, beforeAll, expect, test } from "vitest";
import type { StaffViewer, Viewer } from "@studio/kit/auth/viewer.js";
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
  ["a wrong letter", "kowalsky", ["Katarzyna", "Jan"]],
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

test("puts the best match first", async () => {
  expect((await found("kowalski"))[0]).toBe("Katarzyna");
  expect((await found("kowalczyk"))[0]).toBe("Jan");
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

test("does not find who is under restriction, by a name that the viewer may not read", async () => {
  const { accountId } = account;
  await identity.admin`update identity.contact set restricted_at = now() where account_id = ${accountId}
    and id = ${account.contactId(2)}`;
  expect(await found("nakamura", account.member("admin"))).toEqual(["Ana María"]);
  await identity.admin`update identity.contact set restricted_at = null where account_id = ${accountId}`;
});

test("the search view shows one account's names, and none without an account", async () => {
  const db = identity.openAs("identity");
  const count = sql`select count(*)::int as n from identity.contact_search_text`;
  const theirs = sql`select count(*)::int as n from identity.contact_search_text where account_id <> ${account.accountId}`;
  expect([...(await db.inAccount(account.accountId, (tx) => tx.execute(count)))]).toEqual([{ n: PEOPLE.length }]);
  expect([...(await db.inAccount(account.accountId, (tx) => tx.execute(theirs)))]).toEqual([{ n: 0 }]);
  expect([...(await db.inDirectory((tx) => tx.execute(count)))]).toEqual([{ n: 0 }]);
  const media = identity.openAs("media");
  await expect(media.inAccount(account.accountId, (tx) => tx.execute(count))).rejects.toMatchObject({
    cause: { code: "42501" },
  });
});

import { afterAll, beforeAll, expect, test } from "vitest";
import { parseGlobalId } from "@studio/kit/paging/global-id.js";
import { holds, usesValues, type PlainContact } from "../../test/lists/plain-filter.js";
import { Chance, randomFilter } from "../../test/lists/random-filter.js";
import { plainContacts, variedAccount } from "../../test/lists/varied-account.js";
import type { TestAccount } from "../../test/new-account.js";
import { runIdentity, type RunningIdentity } from "../../test/running-identity.js";
import { FILTER_LIMITS } from "./read-filter.js";

const LIST = `query ($filter: ContactFilter, $first: Int) { contacts(filter: $filter, first: $first) {
  edges { node { id } } totalCount estimatedCount } }`;

const SEEDS = 400;

let identity: RunningIdentity;
let account: TestAccount;
let contacts: PlainContact[];

beforeAll(async () => {
  identity = await runIdentity();
  account = await variedAccount(identity, 120);
  await variedAccount(identity, 20);
  contacts = await plainContacts(identity, account);
});

afterAll(() => identity.stop());

test(`finds what a plain evaluation finds, for ${SEEDS} random filters`, async () => {
  const owner = account.member("owner");
  let matched = 0;
  for (let seed = 1; seed <= SEEDS; seed++) {
    const filter = randomFilter(new Chance(seed), contacts);
    const hidden = usesValues(filter);
    const expected = contacts.filter((one) => holds(one, filter) && !(hidden && one.restrictedAt !== null));
    const { data, errors } = await identity.ask(owner, LIST, { filter, first: 250 });
    expect({ seed, filter, errors }).toMatchObject({ errors: [] });
    const found = data.contacts.edges.map(({ node }: { node: { id: string } }) => parseGlobalId(node.id)!.id);
    expect({ seed, filter, found }).toEqual({ seed, filter, found: expected.map(({ id }) => id) });
    expect(data.contacts).toMatchObject({ totalCount: expected.length, estimatedCount: expected.length });
    if (expected.length > 0 && expected.length < contacts.length) matched++;
  }
  expect(matched).toBeGreaterThan(SEEDS / 3);
});

const deep = (levels: number): object => (levels === 0 ? {} : { not: deep(levels - 1) });

const MALFORMED: [string, object, string][] = [
  ["a tree that nests too deep", deep(FILTER_LIMITS.depth), `filter${".not".repeat(FILTER_LIMITS.depth)}`],
  [
    "too many comparisons",
    { or: Array.from({ length: 61 }, () => ({ firstName: { eq: "x" } })) },
    "filter.or.60.firstName",
  ],
  ["a value of another type", { and: [{ custom: { key: "start_date", gt: 5 } }] }, "filter.and.0.custom.gt"],
  ["an option that is none", { custom: { key: "office", in: ["berlin", "moon"] } }, "filter.custom.in.1"],
  ["a comparison that the type has not", { custom: { key: "office", lt: "berlin" } }, "filter.custom.lt"],
  ["a sealed value", { custom: { key: "salary_band", eq: "A" } }, "filter.custom.eq"],
  ["a field that is not there", { not: { custom: { key: "shoe_size", eq: 44 } } }, "filter.not.custom"],
  ["half a range", { firstName: { between: ["a"] } }, "filter.firstName.between"],
  ["null as a value", { externalId: { eq: null } }, "filter.externalId.eq"],
  ["null as a branch", { and: [{ email: null }] }, "filter.and.0.email"],
  ["an id of another type", { group: { eq: "Q29udGFjdDox" } }, "filter.group.eq"],
  ["a text with a null character", { lastName: { eq: "a\0b" } }, "filter.lastName.eq"],
  ["an empty text", { lastName: { contains: "" } }, "filter.lastName.contains"],
  ["half a surrogate pair", { lastName: { contains: "\ud83d" } }, "filter.lastName.contains"],
];

test.each(MALFORMED)("refuses %s and says where, never what", async (_what, filter, argument) => {
  const { data, errors } = await identity.subgraph.execute({
    query: LIST,
    variables: { filter },
    viewer: account.member("owner"),
    requestId: "request",
  });
  expect(data).toEqual({ contacts: null });
  expect(errors).toMatchObject([{ extensions: { code: "BAD_USER_INPUT", argument } }]);
  expect(JSON.stringify(errors)).not.toMatch(/moon|shoe_size|44/);
});

test.each([
  ["{}", {}, true],
  ["an empty and", { and: [] }, true],
  ["an or of {}", { or: [{}] }, true],
  ["a comparison of nothing", { restrictedAt: {} }, true],
  ["an empty or", { or: [] }, false],
  ["not {}", { not: {} }, false],
])("%s holds for everybody or for nobody, as its description says", async (_what, filter, holdsForAll) => {
  const { data } = await identity.ask(account.member("owner"), LIST, { filter, first: 1 });
  expect(data.contacts.totalCount).toBe(holdsForAll ? contacts.length : 0);
});

test("takes a pattern's signs for themselves, and quotes in values as well", async () => {
  const owner = account.member("owner");
  for (const text of ["%", "_", "\\", "a%a", `"`, "'", "{}", "','"]) {
    for (const filter of [
      { lastName: { contains: text } },
      { lastName: { in: [text] } },
      { externalId: { startsWith: text } },
    ]) {
      const { data, errors } = await identity.ask(owner, LIST, { filter });
      expect([text, errors, data.contacts.totalCount]).toEqual([text, [], 0]);
    }
  }
});

test("finds nobody of another account, by their id or group", async () => {
  const other = await variedAccount(identity, 6);
  const [theirs] = await plainContacts(identity, other);
  const owner = account.member("owner");
  const id = Buffer.from(`Contact:${theirs!.id}`).toString("base64url");
  const group = Buffer.from(`Group:${other.groupIds[0]}`).toString("base64url");
  for (const filter of [{ id: { eq: id } }, { group: { eq: group } }]) {
    expect((await identity.ask(owner, LIST, { filter })).data.contacts.totalCount).toBe(0);
  }
});

test("lets a coordinator ask about their own groups only", async () => {
  const [mine, other] = account.groupIds.map((id) => Buffer.from(`Group:${id}`).toString("base64url"));
  await identity.admin`insert into identity.group_contact (account_id, group_id, contact_id)
    select account_id, ${account.groupIds[1]}, contact_id from identity.group_contact
    where account_id = ${account.accountId} and group_id = ${account.groupIds[0]} limit 3`;
  const coordinator = account.member("coordinator");
  const count = async (filter: object) => (await identity.ask(coordinator, LIST, { filter })).data.contacts.totalCount;
  const all = await count({});
  expect(all).toBeGreaterThan(3);
  const isHidden = (await plainContacts(identity, account)).filter(
    ({ restrictedAt, groupIds }) => restrictedAt !== null && groupIds.includes(account.groupIds[0]!),
  );
  expect(await count({ group: { eq: mine } })).toBe(all - isHidden.length);
  const never = Buffer.from(`Group:${account.accountId}`).toString("base64url");
  for (const group of [{ eq: other }, { in: [mine, other] }, { eq: never }])
    for (const filter of [{ group }, { not: { group } }])
      expect((await identity.ask(coordinator, LIST, { filter })).errors).toMatchObject([
        { code: "FORBIDDEN", field: "Contact.group" },
      ]);
});

import { afterAll, beforeAll, expect, test } from "vitest";
import { toGlobalId } from "@studio/kit/paging/global-id.js";
import { plainContacts, variedAccount } from "../../test/lists/varied-account.js";
import type { TestAccount } from "../../test/new-account.js";
import { runIdentity, type RunningIdentity } from "../../test/running-identity.js";

const STATS = `query ($filter: ContactFilter, $search: String, $facets: [ContactFacetInput!]!) {
  contactStats(filter: $filter, search: $search, facets: $facets) {
    totalCount facets { field custom values { value label count } } } }`;

let identity: RunningIdentity;
let account: TestAccount;

beforeAll(async () => {
  identity = await runIdentity();
  account = await variedAccount(identity, 60);
  await variedAccount(identity, 10);
});

afterAll(() => identity.stop());

/** How often each value occurs. */
function tally(values: (string | null)[]): Map<string | null, number> {
  return new Map([...Map.groupBy(values, (value) => value)].map(([value, all]) => [value, all.length]));
}

test("counts by status, group and custom fields as one would by hand, the most frequent first", async () => {
  const facets = [{ field: "STATUS" }, { field: "GROUP" }, { custom: "department" }, { custom: "languages" }];
  const { data, errors } = await identity.ask(account.member("owner"), STATS, { facets });
  expect(errors).toEqual([]);
  const visible = (await plainContacts(identity, account)).filter(({ restrictedAt }) => restrictedAt === null);
  expect(data.contactStats.totalCount).toBe(visible.length);
  const [status, group, department, languages] = data.contactStats.facets;
  const counted = (facet: { values: { value: string | null; count: number }[] }) =>
    new Map(facet.values.map(({ value, count }) => [value, count]));
  expect(counted(status)).toEqual(tally(visible.map((one) => one.status)));
  expect(counted(group)).toEqual(tally(visible.flatMap((one) => one.groupIds.map((id) => toGlobalId("Group", id)))));
  expect(counted(department)).toEqual(tally(visible.map((one) => (one.custom["department"] as string) ?? null)));
  expect(counted(languages)).toEqual(tally(visible.flatMap((one) => (one.custom["languages"] as string[]) ?? [])));
  for (const { values } of data.contactStats.facets) {
    const counts = values.map(({ count }: { count: number }) => count);
    expect(counts).toEqual(counts.toSorted((left: number, right: number) => right - left));
  }
  expect(group.values.map(({ label }: { label: string }) => label).toSorted()).toEqual(["Group 1", "Group 2"]);
  expect(department.values.find(({ value }: { value: string }) => value === "design").label).toBe("Design");
});

test("counts by group for the members, who see groups, and for nobody else", async () => {
  const facets = [{ field: "GROUP" }];
  const { data } = await identity.ask(account.member("privacy_officer"), STATS, { facets });
  const labels = data.contactStats.facets[0].values.map(({ label }: { label: string | null }) => label);
  expect(labels.toSorted()).toEqual(["Group 1", "Group 2"]);
  for (const viewer of [account.integration(["contacts:read"]), account.hr()]) {
    const refused = await identity.ask(viewer, STATS, { facets });
    expect(refused).toMatchObject({
      data: { contactStats: null },
      errors: [{ code: "FORBIDDEN", field: "Contact.group" }],
    });
  }
});

test("counts within a filter and a search, and no further values than asked for", async () => {
  const variables = {
    filter: { custom: { key: "office", eq: "berlin" } },
    facets: [{ custom: "department", first: 2 }],
  };
  const { data } = await identity.ask(account.member("owner"), STATS, variables);
  const visible = (await plainContacts(identity, account)).filter((one) => one.restrictedAt === null);
  expect(data.contactStats.totalCount).toBe(visible.filter((one) => one.custom["office"] === "berlin").length);
  expect(data.contactStats.facets[0].values).toHaveLength(2);
  const search = await identity.ask(account.member("owner"), STATS, { search: "amina", facets: [] });
  expect(search.data.contactStats.totalCount).toBe(visible.filter((one) => one.firstName === "Amina").length);
});

test("shows a coordinator their own groups and nobody else's", async () => {
  const facets = [{ field: "GROUP" }];
  await identity.admin`insert into identity.group_contact (account_id, group_id, contact_id)
    select account_id, ${account.groupIds[1]}, contact_id from identity.group_contact
    where account_id = ${account.accountId} and group_id = ${account.groupIds[0]} limit 3`;
  const { data } = await identity.ask(account.member("coordinator"), STATS, { facets });
  expect(data.contactStats.facets[0].values.map(({ label }: { label: string }) => label)).toEqual(["Group 1"]);
});

test.each([
  ["a field of many values", [{ custom: "employee_number" }], "facets.0"],
  ["a sealed field", [{ field: "STATUS" }, { custom: "salary_band" }], "facets.1"],
  ["no field", [{ first: 5 }], "facets.0"],
  ["too many values", [{ field: "STATUS", first: 101 }], "facets.0.first"],
  ["too many facets", Array.from({ length: 11 }, () => ({ field: "STATUS" })), "facets"],
])("refuses %s", async (_what, facets, argument) => {
  const viewer = account.member("owner");
  const { errors } = await identity.subgraph.execute({ query: STATS, variables: { facets }, viewer, requestId: "r" });
  expect(errors).toMatchObject([{ extensions: { code: "BAD_USER_INPUT", argument } }]);
});

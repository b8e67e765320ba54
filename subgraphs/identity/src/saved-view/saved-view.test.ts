import { afterAll, beforeAll, expect, test } from "vitest";
import { newId } from "@studio/kit/id.js";
import { toGlobalId } from "@studio/kit/paging/global-id.js";
import { newAccount, type TestAccount } from "../../test/new-account.js";
import { runIdentity, type RunningIdentity } from "../../test/running-identity.js";

const VIEW = "id name version usable filter search orderBy";
const CREATE = `mutation ($input: CreateSavedViewInput!) { createSavedView(input: $input) { __typename
  ... on SavedViewPayload { savedView { ${VIEW} } } ... on UserError { message path } } }`;
const UPDATE = `mutation ($input: UpdateSavedViewInput!) { updateSavedView(input: $input) { __typename
  ... on SavedViewPayload { savedView { ${VIEW} } } ... on UserError { message path } } }`;
const DELETE = `mutation ($id: ID!) { deleteSavedView(input: { id: $id }) { __typename
  ... on DeleteSavedViewPayload { deletedSavedViewId } } }`;
const LIST = `{ savedViews { ${VIEW} } }`;
const USE = `query ($view: ID!, $filter: ContactFilter) { contacts(view: $view, filter: $filter) { totalCount edges { node { id } } } }`;
const NODE = `query ($id: ID!) { node(id: $id) { __typename id ... on SavedView { name } } }`;

const FILTER = {
  and: [{ status: { in: ["VERIFIED", "INVITED"] } }, { custom: { key: "office", eq: "berlin" } }],
  not: { createdAt: { lt: "2020-01-01T00:00:00.000Z" } },
};
const ORDER = [
  { field: "LAST_NAME", direction: "DESC" },
  { custom: "start_date", direction: "ASC" },
];

let identity: RunningIdentity;
let account: TestAccount;

beforeAll(async () => {
  identity = await runIdentity();
  account = await newAccount(identity, 30);
});

afterAll(() => identity.stop());

async function save(input: object, role: "owner" | "admin" | "coordinator" = "admin") {
  const { data, errors } = await identity.ask(account.member(role), CREATE, { input });
  expect(errors).toEqual([]);
  return data.createSavedView;
}

test("a view is saved as it can be sent again, and shared in the account", async () => {
  const { savedView } = await save({ name: " Berlin ", filter: FILTER, search: "a", orderBy: ORDER });
  const kept = { name: "Berlin", version: 1, usable: true, filter: FILTER, search: "a", orderBy: ORDER };
  expect(savedView).toMatchObject(kept);
  const { data } = await identity.ask(account.member("owner"), LIST);
  expect(data.savedViews).toContainEqual(savedView);
  const { filter, search, orderBy } = savedView;
  const again = await save({ name: "Berlin again", filter, search, orderBy });
  expect(again.savedView.filter).toEqual(FILTER);
  const node = await identity.ask(account.member("owner"), NODE, { id: savedView.id });
  expect(node.data.node).toEqual({ __typename: "SavedView", id: savedView.id, name: "Berlin" });
  const audit = await identity.admin`select action from compliance.audit_event where account_id = ${account.accountId}
    and subject_type = 'SavedView'`;
  expect(audit.map((row) => row["action"])).toContain("saved_view.created");
});

test("listing by a view gives what its filter and order give, narrowed by a further filter", async () => {
  const filter = { custom: { key: "office", eq: "berlin" } };
  const { savedView } = await save({ name: "Office", filter, orderBy: ORDER });
  const owner = account.member("owner");
  const byView = await identity.ask(owner, USE, { view: savedView.id });
  const byHand = await identity.ask(
    owner,
    `query ($filter: ContactFilter, $orderBy: [ContactOrder!]) { contacts(filter: $filter, orderBy: $orderBy) {
      totalCount edges { node { id } } } }`,
    { filter, orderBy: ORDER },
  );
  expect(byView.errors).toEqual([]);
  expect(byView.data.contacts).toEqual(byHand.data.contacts);
  expect(byView.data.contacts.totalCount).toBeGreaterThan(2);
  const narrowed = await identity.ask(owner, USE, { view: savedView.id, filter: { status: { eq: "INVITED" } } });
  expect(narrowed.data.contacts.totalCount).toBeLessThan(byView.data.contacts.totalCount);
});

test("a view is checked against whoever uses it: its values are hidden from those who may not use its fields", async () => {
  const { savedView } = await save({ name: "By number", filter: { externalId: { eq: "E-000003" } } });
  const coordinator = account.member("coordinator");
  const used = await identity.ask(coordinator, USE, { view: savedView.id });
  expect(used).toMatchObject({
    data: { contacts: null },
    errors: [{ code: "FORBIDDEN", field: "Contact.externalId" }],
  });
  const { data } = await identity.ask(coordinator, LIST);
  const shown = data.savedViews.find(({ id }: { id: string }) => id === savedView.id);
  expect(shown).toMatchObject({ usable: false, filter: null, search: null, orderBy: null });
  expect(JSON.stringify([used, data])).not.toContain("E-000003");
  const refused = await save({ name: "Mine", filter: { not: { externalId: { isSet: true } } } }, "coordinator");
  expect(refused).toMatchObject({ __typename: "InvalidSavedView", path: ["input", "filter", "not", "externalId"] });
});

test("a view by a group that is not the coordinator's is shown without it, and neither used nor kept by them", async () => {
  const [own, other] = account.groupIds.map((id) => toGlobalId("Group", id)) as [string, string];
  const filter = { or: [{ group: { in: [own, other] } }, { status: { eq: "INVITED" } }] };
  const { savedView } = await save({ name: "Both groups", filter });
  const mine = await save({ name: "My group", filter: { group: { eq: own } } }, "coordinator");
  const coordinator = account.member("coordinator");
  const { data } = await identity.ask(coordinator, LIST);
  const shown = (id: string) => data.savedViews.find((view: { id: string }) => view.id === id);
  expect(shown(savedView.id)).toMatchObject({ name: "Both groups", usable: false, filter: null });
  expect(shown(mine.savedView.id)).toMatchObject({ usable: true, filter: { group: { eq: own } } });
  expect(JSON.stringify(data)).not.toContain(other);
  const used = await identity.ask(coordinator, USE, { view: savedView.id });
  expect(used).toMatchObject({ data: { contacts: null }, errors: [{ code: "FORBIDDEN", field: "Contact.group" }] });
  const refused = await save({ name: "Theirs", filter: { not: { group: { eq: other } } } }, "coordinator");
  expect(refused).toMatchObject({ __typename: "InvalidSavedView", path: ["input", "filter", "not", "group"] });
});

test("a view whose field has gone stays to be repaired, and lists nobody", async () => {
  const own = await newAccount(identity, 3);
  const created = await identity.ask(own.member("owner"), CREATE, {
    input: { name: "Remote", filter: { custom: { key: "remote_days", gt: 2 } } },
  });
  const { id } = created.data.createSavedView.savedView;
  await identity.admin`update identity.contact_field set state = 'archived' where account_id = ${own.accountId} and key = 'remote_days'`;
  const { data } = await identity.ask(own.member("owner"), LIST);
  expect(data.savedViews).toMatchObject([{ usable: false, filter: { custom: { key: "remote_days", gt: 2 } } }]);
  const used = await identity.ask(own.member("owner"), USE, { view: id });
  expect(used).toMatchObject({ data: { contacts: null }, errors: [{ code: "BAD_USER_INPUT" }] });
});

test("a view whose field has gone hides its other values as before, and those of a field that was closed first", async () => {
  const own = await newAccount(identity, 3);
  const gone = { custom: { key: "remote_days", gt: 2 } };
  const make = (name: string, filter: object) => identity.ask(own.member("owner"), CREATE, { input: { name, filter } });
  await make("Number", { or: [gone, { not: { externalId: { eq: "E-000003" } } }] });
  await make("Days", gone);
  const shownTo = async (role: "owner" | "coordinator") =>
    (await identity.ask(own.member(role), LIST)).data.savedViews.map(
      ({ filter }: { filter: object }) => filter !== null,
    );
  expect([await shownTo("owner"), await shownTo("coordinator")]).toEqual([
    [true, true],
    [true, false],
  ]);
  await identity.admin`update identity.contact_field set state = 'archived', sensitivity = 'L2', filterable = false
    where account_id = ${own.accountId} and key = 'remote_days'`;
  expect([await shownTo("owner"), await shownTo("coordinator")]).toEqual([
    [true, true],
    [false, false],
  ]);
});

test("names are unique, versions are checked, and only its maker or an admin changes a view", async () => {
  const { savedView } = await save({ name: "Team", filter: FILTER });
  expect(await save({ name: "TEAM" })).toMatchObject({ __typename: "SavedViewNameTaken" });
  expect(await save({ name: " " })).toMatchObject({ __typename: "InvalidSavedView", path: ["input", "name"] });
  const change = async (input: object, role: "owner" | "coordinator") =>
    (await identity.ask(account.member(role), UPDATE, { input: { id: savedView.id, ...input } })).data.updateSavedView;
  expect(await change({ version: 1, name: "Mine" }, "coordinator")).toMatchObject({ __typename: "SavedViewNotYours" });
  const changed = await change({ version: 1, name: "Crew", filter: null }, "owner");
  expect(changed.savedView).toMatchObject({ name: "Crew", version: 2, filter: null });
  expect(await change({ version: 1, search: "x" }, "owner")).toMatchObject({ __typename: "SavedViewOutdated" });
  const remove = async (role: "admin" | "coordinator") =>
    (await identity.ask(account.member(role), DELETE, { id: savedView.id })).data.deleteSavedView;
  expect(await remove("coordinator")).toMatchObject({ __typename: "SavedViewNotYours" });
  expect(await remove("admin")).toEqual({ __typename: "DeleteSavedViewPayload", deletedSavedViewId: savedView.id });
});

test("another account's view does not exist, nor do views for who is no member", async () => {
  const { savedView } = await save({ name: "Ours" });
  const theirs = (await newAccount(identity, 1)).member("owner");
  for (const [query, variables] of [
    [USE, { view: savedView.id }],
    [DELETE, { id: savedView.id }],
    [UPDATE, { input: { id: savedView.id, version: 1, name: "Stolen" } }],
    [USE, { view: toGlobalId("SavedView", newId()) }],
  ] as const) {
    expect((await identity.ask(theirs, query, variables)).errors).toMatchObject([{ code: "NOT_FOUND" }]);
  }
  expect((await identity.ask(theirs, LIST)).data.savedViews).toEqual([]);
  for (const viewer of [account.hr(), account.integration(["contacts:read"])])
    for (const [query, variables] of [
      [LIST, {}],
      [USE, { view: savedView.id }],
    ] as const)
      expect((await identity.ask(viewer, query, variables)).errors).toMatchObject([{ code: "FORBIDDEN" }]);
  expect((await identity.ask(theirs, NODE, { id: savedView.id })).errors).toMatchObject([{ code: "NOT_FOUND" }]);
});

test("of views that take one name at once, one gets it and the others are told", async () => {
  const views = await Promise.all([1, 2, 3, 4].map((n) => save({ name: `Before ${n}` })));
  const outcomes = await Promise.all(
    views.map(({ savedView: { id, version } }) =>
      identity.ask(account.member("owner"), UPDATE, { input: { id, version, name: "The same" } }),
    ),
  );
  expect(outcomes.flatMap(({ errors }) => errors)).toEqual([]);
  expect(outcomes.map(({ data }) => String(data.updateSavedView.__typename)).toSorted()).toEqual([
    "SavedViewNameTaken",
    "SavedViewNameTaken",
    "SavedViewNameTaken",
    "SavedViewPayload",
  ]);
});

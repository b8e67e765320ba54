import { afterAll, beforeAll, beforeEach, expect, test } from "vitest";
import { toGlobalId } from "@studio/kit/paging/global-id.js";
import { bulkActions } from "../../test/bulk.js";
import { gid } from "../../test/edit-contact.js";
import { newAccount, type TestAccount } from "../../test/new-account.js";
import { runIdentity, type RunningIdentity } from "../../test/running-identity.js";

let identity: RunningIdentity;
let account: TestAccount;
let bulk: ReturnType<typeof bulkActions>;

beforeAll(async () => {
  identity = await runIdentity();
  bulk = bulkActions(identity);
});

beforeEach(async () => {
  account = await newAccount(identity, 40);
  await newAccount(identity, 40);
});

afterAll(() => identity.stop());

/** Whom an action that is started so is about, by their places in the account. */
const meant = async (matching: Record<string, unknown>, role: "owner" | "admin" = "owner") => {
  const started = await bulk.start(account.member(role), { kind: "ARCHIVE", target: { matching } });
  if (!started.bulkAction) return started;
  const action = await bulk.ended(account.member("owner"), started.bulkAction.id);
  const ids = action.rows.edges.map(({ node }: { node: { contactId: string } }) => node.contactId);
  const places = Array.from({ length: 40 }, (_, index) => gid(account.contactId(index)));
  expect(action).toMatchObject({ state: "FINISHED", total: ids.length, changed: ids.length });
  return ids.map((id: string) => places.indexOf(id));
};

test("works on every contact of a filter, in the account alone, as they are when it is started", async () => {
  const inSecondGroup = { group: { eq: toGlobalId("Group", account.groupIds[1]) } };
  expect(await meant({ filter: inSecondGroup })).toEqual(Array.from({ length: 20 }, (_, index) => index * 2 + 1));
  expect(await meant({ filter: { externalId: { in: ["E-000001", "E-000003"] }, status: { eq: "VERIFIED" } } })).toEqual(
    [0, 2],
  );
  expect(await meant({ filter: { firstName: { eq: "Nobody" } } })).toEqual([]);
});

test("an action on nobody is finished as it begins", async () => {
  const nobody = [{ matching: { filter: { or: [] } } }, { contactIds: [] }];
  for (const target of nobody) {
    const { type, bulkAction } = await bulk.start(account.member("owner"), { kind: "ARCHIVE", target });
    const ended = { state: "FINISHED", total: 0, changed: 0, failure: null, finishedAt: expect.any(Date) };
    expect([type, bulkAction]).toMatchObject(["StartBulkActionPayload", ended]);
  }
});

test("works on what a search finds, with a filter at once", async () => {
  const filter = { externalId: { in: ["E-000001", "E-000002"] } };
  expect(await meant({ search: "amina", filter })).toEqual([0]);
});

test("a field that the caller may not read is refused as a condition, and nothing is started", async () => {
  const filter = { custom: { key: "emergency_contact", isSet: true } };
  const refused = await meant({ filter }, "admin");
  expect(refused.refused).toMatchObject([{ code: "FORBIDDEN", path: "result" }]);
  const [count] = await identity.admin`select count(*)::int as n from identity.bulk_action
    where account_id = ${account.accountId}`;
  expect(count).toEqual({ n: 0 });
});

test("wants exactly one way to name contacts, and says nothing by accident", async () => {
  for (const none of [{}, { search: "" }, { search: " \t" }])
    expect(await meant(none)).toMatchObject({ type: "InvalidValue", path: ["input", "target"] });
  const both = { contactIds: [gid(account.contactId(0))], matching: { filter: {} } };
  const refused = await bulk.start(account.member("owner"), { kind: "ARCHIVE", target: both });
  expect(refused).toMatchObject({ type: "InvalidValue", path: ["input", "target"] });
  expect(await meant({ filter: {} })).toHaveLength(40);
});

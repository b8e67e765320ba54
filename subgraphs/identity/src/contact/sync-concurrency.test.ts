import { afterAll, beforeAll, expect, test } from "vitest";
import { toGlobalId } from "@studio/kit/paging/global-id.js";
import { gid } from "../../test/edit-contact.js";
import { mutate } from "../../test/mutate.js";
import { newAccount } from "../../test/new-account.js";
import { runIdentity, type RunningIdentity } from "../../test/running-identity.js";
import { only, person, sync } from "../../test/sync.js";
import { whileHeld } from "../../test/while-held.js";

let identity: RunningIdentity;

beforeAll(async () => {
  identity = await runIdentity();
});

afterAll(() => identity.stop());

test("two syncs of the same new people at once make each of them once", async () => {
  const account = await newAccount(identity);
  const rows = Array.from({ length: 50 }, (_, index) => person(`both-${index}`));
  const both = await Promise.all([sync(identity, account.hr(), rows), sync(identity, account.hr(), rows.toReversed())]);
  expect(new Set(both.map(({ created }) => created))).toEqual(new Set([0, 50]));
  expect(both.map(({ rejected }) => rejected)).toEqual([0, 0]);
});

test("two changes of one contact at once both hold", async () => {
  const account = await newAccount(identity);
  const one = (key: string, value: unknown) =>
    only(identity, account.member("owner"), { externalId: "E-000001", customFields: [{ key, value }] });
  await Promise.all([
    one("job_title", "Poet"),
    one("office", "lisbon"),
    one("salary_band", "D"),
    one("remote_days", 4),
  ]);
  const { contact } = await one("job_title", "Poet");
  const values = Object.fromEntries(
    contact.customFields.map((entry: { key: string; value: unknown }) => [entry.key, entry.value]),
  );
  expect(values).toMatchObject({ job_title: "Poet", office: "lisbon", salary_band: "D", remote_days: 4 });
});

test("a sync and a change of the same people's group at once take them in one order", async () => {
  const account = await newAccount(identity, 3);
  const ids = [0, 1, 2].map((index) => account.contactId(index));
  for (const [index, id] of ids.entries())
    await identity.admin`update identity.contact set external_id = ${`R-${9 - index}`} where id = ${id}`;
  const rows = ids.map((_, index) => ({ externalId: `R-${9 - index}`, firstName: "Noa" }));
  const group = { groupId: toGlobalId("Group", account.groupIds[0]), contactIds: ids.map(gid) };
  const [joined, synced] = await whileHeld(
    identity.admin,
    (tx) => tx`select from identity.contact where id = ${ids[1]!} for update`,
    [
      () => mutate(identity, account.member("owner"), "addContactsToGroup", group),
      () => sync(identity, account.hr(), rows),
    ],
  );
  expect([joined.type, joined.refused]).toEqual(["GroupContactsPayload", []]);
  expect(synced).toMatchObject({ updated: 3 });
});

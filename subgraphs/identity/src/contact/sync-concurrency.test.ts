import { afterAll, beforeAll, expect, test } from "vitest";
import { newAccount } from "../../test/new-account.js";
import { runIdentity, type RunningIdentity } from "../../test/running-identity.js";
import { only, person, sync } from "../../test/sync.js";

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

import { afterAll, beforeAll, expect, test } from "vitest";
import type { Viewer } from "@studio/kit/auth/viewer.js";
import { errorsOf, only, person, sync } from "../../test/sync.js";
import { newAccount, type TestAccount } from "../../test/new-account.js";
import { runIdentity, type RunningIdentity } from "../../test/running-identity.js";

let identity: RunningIdentity;
let account: TestAccount;

beforeAll(async () => {
  identity = await runIdentity();
});

afterAll(() => identity.stop());

const traces = async (accountId: string) => {
  const audit =
    await identity.admin`select count(*)::int as n from compliance.audit_event where account_id = ${accountId}`;
  const events = await identity.admin`select count(*)::int as n from events.event where account_id = ${accountId}`;
  return { audit: audit[0]!["n"], events: events[0]!["n"] };
};

test("creates, updates, and says unchanged when the same rows come again", async () => {
  account = await newAccount(identity);
  const rows = [
    person("N-1", {
      phone: "+49 151 2345-678",
      customFields: [
        { key: "employee_number", value: "77" },
        { key: "salary_band", value: "C" },
      ],
    }),
    { externalId: "E-000001", lastName: "Changed", customFields: [{ key: "start_date", value: "2024-02-29" }] },
  ];
  const first = await sync(identity, account.hr(), rows);
  expect(first).toMatchObject({ created: 1, updated: 1, unchanged: 0, rejected: 0 });
  expect(await traces(account.accountId)).toEqual({ audit: 2, events: 2 });
  const values = Object.fromEntries(
    first.results[0].contact.customFields.map((entry: { key: string; value: unknown }) => [entry.key, entry.value]),
  );
  expect(values).toMatchObject({ employee_number: "77", salary_band: "C", start_date: null, department: null });
  expect(first.results[0].contact).toMatchObject({ email: "n-1@example.org", phone: "+491512345678", version: 1 });
  const again = await sync(identity, account.hr(), rows);
  expect(again).toMatchObject({ created: 0, updated: 0, unchanged: 2, rejected: 0 });
  expect(again.results.map((result: { contact: { version: number } }) => result.contact.version)).toEqual([1, 2]);
  expect(await traces(account.accountId)).toEqual({ audit: 2, events: 2 });
});

test("leaves alone what a row does not name, and clears what it gives as null", async () => {
  account = await newAccount(identity);
  const before = await only(identity, account.member("owner"), { externalId: "E-000001", firstName: "Renamed" });
  expect(before.contact).toMatchObject({
    phone: "+447700900000",
    email: expect.stringContaining("@people.example.com"),
  });
  const cleared = await only(identity, account.member("owner"), {
    externalId: "E-000001",
    phone: null,
    customFields: [
      { key: "salary_band", value: null },
      { key: "office", value: null },
    ],
  });
  expect(cleared).toMatchObject({ outcome: "UPDATED", contact: { phone: null, version: 3 } });
  const kept = cleared.contact.customFields.filter((entry: { value: unknown }) => entry.value !== null);
  expect(kept.map((entry: { key: string }) => entry.key)).toEqual([
    "department",
    "job_title",
    "languages",
    "employee_number",
    "start_date",
    "remote_days",
    "date_of_birth",
  ]);
});

test("keeps confidential values sealed, and never shows back what may only be written", async () => {
  account = await newAccount(identity);
  const secret = "Canary Jones, +447700900999";
  const result = await only(identity, account.hr(), {
    externalId: "E-000002",
    customFields: [{ key: "emergency_contact", value: secret }],
  });
  expect(result).toMatchObject({ outcome: "UPDATED", errors: [] });
  const shown = result.contact.customFields.find((entry: { key: string }) => entry.key === "emergency_contact");
  expect(shown.value).toBeNull();
  const [row] =
    await identity.admin`select to_jsonb(c)::text as all_of_it from identity.contact c where id = ${account.contactId(1)}`;
  expect(row!["all_of_it"]).not.toContain("Canary");
  const id = account.contactId(1);
  const self: Viewer = { kind: "contact", accountId: account.accountId, contactId: id, studioId: id, sessionId: id };
  const own = await identity.ask(
    self,
    `{ viewer { contact { customFields(keys: ["emergency_contact"]) { value } } } }`,
  );
  expect(own.data.viewer.contact.customFields).toEqual([{ value: secret }]);
});

test("a right guess at what HR may only write looks the same as a wrong one, also by the version", async () => {
  account = await newAccount(identity);
  const guess = async (value: string) => {
    const customFields = [{ key: "emergency_contact", value }];
    const { outcome, contact } = await only(identity, account.hr(), { externalId: "E-000002", customFields });
    return { outcome, version: contact.version };
  };
  const { version } = await guess("Right");
  expect(await guess("Right")).toEqual({ outcome: "UPDATED", version: version + 1 });
  expect(await guess("Wrong")).toEqual({ outcome: "UPDATED", version: version + 2 });
});

test("refuses rows one by one, each with its reason, and writes the good ones", async () => {
  account = await newAccount(identity);
  const field = (key: string, value: unknown) => ({ customFields: [{ key, value }] });
  const answer = await sync(identity, account.hr(), [
    person("ok"),
    person("unknown", field("shoe_size", 43)),
    person("proto", field("__proto__", {})),
    person("type", field("start_date", "31.12.2024")),
    person("option", field("department", "piracy")),
    person("unmapped", field("office", "berlin")),
    person("owned", field("date_of_birth", "1990-01-01")),
    person("twin"),
    person("twin"),
    person("taken", { email: "amina.abel.1@people.example.com" }),
    person("second", { email: "OK@example.org" }),
    { externalId: "new", firstName: "Only" },
    person("bad", { email: "nope", phone: "12" }),
    person("", { email: "blank@example.org" }),
    { externalId: "E-000003", email: null },
  ]);
  expect(answer).toMatchObject({ created: 1, updated: 0, unchanged: 0, rejected: 14 });
  expect(answer.results.map(errorsOf)).toEqual([
    [],
    ["UnknownField customFields.0.key"],
    ["UnknownField customFields.0.key"],
    ["InvalidValue customFields.0.value"],
    ["InvalidValue customFields.0.value"],
    ["FieldNotWritable customFields.0.value"],
    ["FieldNotWritable customFields.0.value"],
    ["DuplicateExternalId externalId"],
    ["DuplicateExternalId externalId"],
    ["EmailTaken email"],
    ["EmailTaken email"],
    ["MissingValue lastName", "MissingValue email"],
    ["InvalidValue email", "InvalidValue phone"],
    ["InvalidValue externalId"],
    ["MissingValue email"],
  ]);
});

test("an unchanged value that the caller may read but not write does not fail", async () => {
  account = await newAccount(identity);
  const [stored] = await identity.admin`select custom from identity.contact where id = ${account.contactId(0)}`;
  const office = stored!["custom"][account.seed.fieldIdOf("office")];
  const admin = account.member("admin");
  const salary = (value: string) => ({ externalId: "E-000001", customFields: [{ key: "salary_band", value }] });
  expect(await only(identity, admin, salary("A"))).toMatchObject({ outcome: "UNCHANGED" });
  expect(errorsOf(await only(identity, admin, salary("B")))).toEqual(["FieldNotWritable customFields.0.value"]);
  const guess = { externalId: "E-000001", customFields: [{ key: "office", value: office }] };
  expect(errorsOf(await only(identity, account.hr(), guess))).toEqual(["FieldNotWritable customFields.0.value"]);
  expect(errorsOf(await only(identity, admin, person("by-admin")))).toEqual(["FieldNotWritable externalId"]);
});

test("a contact under restriction takes no change", async () => {
  account = await newAccount(identity);
  await identity.admin`update identity.contact set restricted_at = now() where id = ${account.contactId(0)}`;
  const [stored] = await identity.admin`select first_name from identity.contact where id = ${account.contactId(0)}`;
  const same = { externalId: "E-000001", firstName: stored!["first_name"] };
  for (const row of [{ externalId: "E-000001" }, same, { ...same, firstName: "Other", email: "no address" }]) {
    const result = await only(identity, account.hr(), row);
    expect([result.outcome, result.contact, result.errors.length]).toEqual(["REJECTED", null, 1]);
    expect(result.errors[0].message).toContain("restricted");
  }
});

test("turns away everybody else, and calls that are too large", async () => {
  account = await newAccount(identity);
  const scopeless = { ...account.hr(), scopes: [] };
  for (const viewer of [
    account.member("coordinator"),
    account.member("privacy_officer"),
    account.integration(["contacts:write"]),
    scopeless,
  ]) {
    expect((await sync(identity, viewer, [person("x")])).refused).toMatchObject([
      { code: "FORBIDDEN", path: "syncContacts" },
    ]);
  }
  const many = Array.from({ length: 2001 }, (_, index) => person(`many-${index}`));
  expect(await sync(identity, account.hr(), many)).toMatchObject({ type: "SyncTooLarge" });
});

import { afterAll, beforeAll, expect, test } from "vitest";
import { toGlobalId } from "@studio/kit/paging/global-id.js";
import { change, changeField, createField, definition, stepField } from "../../test/contact-fields.js";
import { completed, RUNS, stored, valuesOf } from "../../test/field-values.js";
import { newAccount, type TestAccount } from "../../test/new-account.js";
import { runIdentity, type RunningIdentity } from "../../test/running-identity.js";
import { only } from "../../test/sync.js";

const DELETE = `mutation ($input: DeleteContactFieldInput!) { done: deleteContactField(input: $input) { type: __typename
  ... on DeleteContactFieldPayload { field { id state } run { id kind state } } ... on UserError { message path }
  ... on ConfirmationStale { values } ... on ValuesUnderRestriction { contacts } } }`;
const PREVIEW = `query ($id: ID!) { previewContactFieldDeletion(id: $id) { values restricted confirmationToken } }`;
const MIGRATE = `mutation ($input: FieldMigrationInput!) { done: migrateFieldValues(input: $input) { type: __typename
  ... on MigrateFieldValuesPayload { field { key } run { kind state } } ... on UserError { message path } } }`;
const TRY = `query ($input: FieldMigrationInput!) { previewFieldMigration(input: $input) {
  values examined convertible alreadySet notConvertible reasons { reason count } } }`;
const VALUES = `query ($keys: [String!]) { contacts(first: 50) { edges { node { version customFields(keys: $keys) { value } } } } }`;

let identity: RunningIdentity;
let account: TestAccount;

beforeAll(async () => {
  identity = await runIdentity();
  account = await newAccount(identity);
});

afterAll(() => identity.stop());

const gid = (id: string) => toGlobalId("ContactField", id);

test("a change of sensitivity seals every value, and opens it again, and no reader misses one meanwhile", async () => {
  const owner = account.member("owner");
  const id = account.seed.fieldIdOf("employee_number");
  const before = await valuesOf(identity, account, "employee_number");
  const raised = await changeField(identity, owner, { id: gid(id), version: 1, sensitivity: "L2", filterable: false });
  expect(raised).toMatchObject({ field: { sensitivity: "L2" }, run: { kind: "MOVE" } });
  expect(await valuesOf(identity, account, "employee_number")).toEqual(before);
  expect(await completed(identity, id, account)).toMatchObject({ kind: "MOVE", done: 6, skipped: 0 });
  expect(await stored(identity, account, id)).toEqual({ plain: 0, sealed: 6 });
  expect(await valuesOf(identity, account, "employee_number")).toEqual(before);
  const [row] =
    await identity.admin`select to_jsonb(c)::text as whole from identity.contact c where id = ${account.contactId(0)}`;
  expect(row?.["whole"]).not.toContain("N100000");
  const coordinator = await identity.ask(account.member("coordinator"), VALUES, { keys: ["employee_number"] });
  expect(coordinator.errors).toMatchObject([{ code: "FORBIDDEN" }]);
  await changeField(identity, owner, { id: gid(id), version: 2, sensitivity: "L1" });
  await expect.poll(() => stored(identity, account, id), { timeout: 10_000 }).toEqual({ plain: 6, sealed: 0 });
  expect(await valuesOf(identity, account, "employee_number")).toEqual(before);
});

test("deletes only what is archived and was counted, and then destroys every value", async () => {
  const owner = account.member("owner");
  const id = account.seed.fieldIdOf("remote_days");
  const preview = async () => (await identity.ask(owner, PREVIEW, { id: gid(id) })).data.previewContactFieldDeletion;
  const remove = async (confirmationToken: string) =>
    change(identity, owner, DELETE, { id: gid(id), confirmationToken });
  const early = await preview();
  expect(early).toMatchObject({ values: 5, restricted: 0 });
  expect(await remove(early.confirmationToken)).toMatchObject({ type: "WrongContactFieldState" });
  await only(identity, owner, { externalId: "E-000004", customFields: [{ key: "remote_days", value: 2 }] });
  await stepField(identity, owner, "deprecate", gid(id));
  await stepField(identity, owner, "archive", gid(id));
  expect(await remove(early.confirmationToken)).toMatchObject({ type: "ConfirmationStale", values: 6 });
  expect(await remove("nonsense")).toMatchObject({ type: "ConfirmationStale" });
  const { confirmationToken } = await preview();
  await identity.admin`update identity.contact set restricted_at = now() where id = ${account.contactId(0)}`;
  expect(await remove(confirmationToken)).toMatchObject({ type: "ValuesUnderRestriction", contacts: 1 });
  await identity.admin`update identity.contact set restricted_at = null where id = ${account.contactId(0)}`;
  expect(await remove(confirmationToken)).toMatchObject({ field: { state: "DELETED" }, run: { kind: "DESTROY" } });
  expect(await completed(identity, id, account)).toMatchObject({ kind: "DESTROY", done: 6 });
  expect(await stored(identity, account, id)).toEqual({ plain: 0, sealed: 0 });
  expect((await identity.ask(owner, PREVIEW, { id: gid(id) })).errors).toMatchObject([{ code: "NOT_FOUND" }]);
  expect(await createField(identity, owner, definition("remote_days"))).toMatchObject({ field: { version: 1 } });
  const audits = await identity.admin`
    select action, reason from compliance.audit_event
    where account_id = ${account.accountId} and action in ('contact_field.deleted', 'contact_field.values_destroyed')
    order by position`;
  expect([...audits]).toEqual([
    { action: "contact_field.deleted", reason: "6 values" },
    { action: "contact_field.values_destroyed", reason: "6 values, the last" },
  ]);
});

test("a migration is previewed without a value, then fills the other field where it has none", async () => {
  const own = await newAccount(identity, 8);
  const owner = own.member("owner");
  const from = own.seed.fieldIdOf("job_title");
  const titles: string[] = await valuesOf(identity, own, "job_title");
  const option = (label: string) => ({
    id: label.toLowerCase().replaceAll(/[^a-z]/g, ""),
    labels: [{ locale: "en", text: label }],
  });
  const kept = [...new Set(titles.slice(0, 3))];
  const made = await createField(identity, owner, {
    ...definition("title_choice"),
    type: "SINGLE_SELECT",
    sensitivity: "L2",
    options: kept.map(option),
  });
  const input = { from: gid(from), to: made.field.id };
  await only(identity, owner, {
    externalId: "E-000001",
    customFields: [{ key: "title_choice", value: option(kept[1] ?? "").id }],
  });
  const fits = titles.slice(1).filter((title) => kept.includes(title)).length;
  const preview = await identity.ask(owner, TRY, { input });
  expect(preview.data.previewFieldMigration).toEqual({
    values: 8,
    examined: 8,
    convertible: fits,
    alreadySet: 1,
    notConvertible: 7 - fits,
    reasons: [{ reason: "Expected the id of one of the field's options.", count: 7 - fits }],
  });
  expect(JSON.stringify(preview)).not.toContain(titles.at(-1));
  expect(await change(identity, owner, MIGRATE, input)).toMatchObject({
    field: { key: "title_choice" },
    run: { kind: "MIGRATE" },
  });
  expect(await completed(identity, from, own)).toMatchObject({ done: fits, skipped: 8 - fits });
  const { data: told } = await identity.ask(owner, RUNS, { id: made.field.id });
  expect(told.contactFieldRuns).toMatchObject([{ kind: "MIGRATE", done: fits }]);
  expect(await valuesOf(identity, own, "job_title")).toEqual(titles);
  expect(await valuesOf(identity, own, "title_choice")).toEqual(
    titles.map((title, index) =>
      index === 0 ? option(kept[1] ?? "").id : kept.includes(title) ? option(title).id : null,
    ),
  );
  const [events] = await identity.admin`
    select count(*)::int as n from events.event where account_id = ${own.accountId} and type = 'contact.updated'`;
  expect(events).toEqual({ n: fits + 1 });
});

test("values go nowhere less confidential, nor where the caller may not define", async () => {
  const owner = account.member("owner");
  const salary = gid(account.seed.fieldIdOf("salary_band"));
  const office = gid(account.seed.fieldIdOf("office"));
  const leak = { from: salary, to: office };
  expect(await change(identity, owner, MIGRATE, leak)).toMatchObject({
    type: "InvalidContactField",
    path: ["input", "to"],
  });
  expect((await identity.ask(owner, TRY, { input: leak })).errors).toMatchObject([{ code: "BAD_USER_INPUT" }]);
  const asAdmin = await change(identity, account.member("admin"), MIGRATE, { from: office, to: salary });
  expect(asAdmin.refused).toMatchObject([{ code: "FORBIDDEN" }]);
  const stranger = (await newAccount(identity)).member("owner");
  for (const query of [PREVIEW, RUNS]) {
    const { data, errors } = await identity.ask(stranger, query, { id: salary });
    expect(data.contactFieldRuns ?? []).toEqual([]);
    expect(errors.every(({ code }) => code === "NOT_FOUND")).toBe(true);
  }
});

test("asks of new values what the definition says, and P35: takes no card number in any", async () => {
  const owner = account.member("owner");
  const badge = { ...definition("badge_code"), validation: { pattern: "[A-Z]{2}\\d{2,30}", minLength: 4 } };
  await createField(identity, owner, badge);
  await createField(identity, owner, { ...definition("free_notes"), type: "LONG_TEXT" });
  await createField(identity, owner, { ...definition("any_number"), type: "INTEGER", validation: { min: 0 } });
  const give = async (key: string, value: unknown) => {
    const result = await only(identity, owner, { externalId: "E-000002", customFields: [{ key, value }] });
    return result.errors[0]?.message ?? result.outcome;
  };
  expect(await give("badge_code", "AB12")).toBe("UPDATED");
  expect(await give("badge_code", "ab12")).toBe("Expected a text of the field's pattern.");
  expect(await give("badge_code", "A")).toBe("Expected at least 4 characters.");
  expect(await give("any_number", -1)).toBe("Expected a number of at least 0.");
  const refused = "Expected no payment card number: the platform never keeps one (P35).";
  expect(await give("free_notes", "Visa 4111 1111 1111 1111, 12/29")).toBe(refused);
  expect(await give("any_number", 5_555_555_555_554_444)).toBe(refused);
  expect(await give("free_notes", "Order 4111 1111 1111 1112")).toBe("UPDATED");
});

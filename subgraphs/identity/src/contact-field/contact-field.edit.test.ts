import { afterAll, beforeAll, expect, test } from "vitest";
import { toGlobalId } from "@studio/kit/paging/global-id.js";
import { changeField, createField, definition, fieldsOf, stepField } from "../../test/contact-fields.js";
import { newAccount, type TestAccount } from "../../test/new-account.js";
import { runIdentity, type RunningIdentity } from "../../test/running-identity.js";
import { errorsOf, only } from "../../test/sync.js";

let identity: RunningIdentity;
let account: TestAccount;

beforeAll(async () => {
  identity = await runIdentity();
  account = await newAccount(identity);
});

afterAll(() => identity.stop());

const auditOf = async (action: string) =>
  identity.admin`select fields, reason from compliance.audit_event
    where account_id = ${account.accountId} and action = ${action} order by position desc`;

test("defines a field in several languages, and answers each reader in theirs", async () => {
  const made = await createField(identity, account.member("admin"), {
    ...definition("lunch_choice"),
    defaultLocale: "EN",
    labels: [
      { locale: "de", text: "Mittagessen" },
      { locale: "en", text: "  Lunch  " },
      { locale: "fr-CH", text: "Dîner" },
    ],
    help: [{ locale: "en", text: "For the photo day" }],
    type: "SINGLE_SELECT",
    options: [
      {
        id: "soup",
        labels: [
          { locale: "en", text: "Soup" },
          { locale: "de", text: "Suppe" },
        ],
      },
      { labels: [{ locale: "en", text: "Salad" }] },
    ],
  });
  expect(made.field).toMatchObject({
    key: "lunch_choice",
    defaultLocale: "en",
    label: "Lunch",
    german: "Mittagessen",
    swiss: "Dîner",
    french: "Lunch",
    help: "For the photo day",
    state: "ACTIVE",
    version: 1,
    position: 10,
    options: [
      { id: "soup", label: "Soup", german: "Suppe", retired: false },
      { id: expect.any(String), label: "Salad", german: "Salad" },
    ],
  });
  expect(await auditOf("contact_field.created")).toMatchObject([{ fields: ["lunch_choice"] }]);
});

test("refuses what is no definition, and says where", async () => {
  const text = (locale: string, text: string) => ({ locale, text });
  const wrong: [object, string][] = [
    [{ key: "__proto__" }, "key"],
    [{ key: "constructor" }, "key"],
    [{ key: "x" }, "key"],
    [{ defaultLocale: "not a tag" }, "defaultLocale"],
    [{ labels: [text("de", "Nur deutsch")] }, "labels"],
    [{ labels: [text("en", "One"), text("EN", "Two")] }, "labels.1.locale"],
    [{ labels: [text("en", " ")] }, "labels.0.text"],
    [{ labels: [text("en", "x".repeat(101))] }, "labels.0.text"],
    [{ help: [text("en", "two\nlines")] }, "help.0.text"],
    [{ purpose: "" }, "purpose"],
    [{ options: [{ labels: [text("en", "Odd")] }] }, "options"],
    [{ type: "SINGLE_SELECT" }, "options"],
    [{ type: "MULTI_SELECT", options: [{ id: "A b", labels: [text("en", "Odd")] }] }, "options.0.id"],
    [{ validation: { min: 3 } }, "validation.min"],
    [{ validation: { pattern: "(a)\\1" } }, "validation.pattern"],
    [{ validation: { pattern: "a\u0000b" } }, "validation.pattern"],
    [{ validation: { pattern: "(?=a)b" } }, "validation.pattern"],
    [{ validation: { minLength: 5, maxLength: 4 } }, "validation.maxLength"],
    [{ type: "DATE", validation: { earliest: "soon" } }, "validation.earliest"],
    [{ sensitivity: "L2", filterable: true }, "filterable"],
  ];
  for (const [part, path] of wrong) {
    const refused = await createField(identity, account.member("owner"), { ...definition("wrong_one"), ...part });
    expect(refused).toMatchObject({ type: "InvalidContactField", path: ["input", "definition", ...path.split(".")] });
  }
  const reserved = await createField(identity, account.member("owner"), definition("constructor"));
  expect(reserved.message).toContain("reserved");
  const taken = await createField(identity, account.member("owner"), definition("office"));
  expect(taken).toMatchObject({ type: "ContactFieldKeyTaken" });
});

test("relabels freely, keeps what a stale reader would undo, and retires options without losing values", async () => {
  const owner = account.member("owner");
  const office = (await fieldsOf(identity, owner)).find((field) => field.key === "office")!;
  const option = (id: string) => ({ id, labels: [{ locale: "en", text: id }] });
  const changed = await changeField(identity, owner, {
    id: office.id,
    version: office.version,
    labels: [{ locale: "en", text: "Site" }],
    options: [option("lisbon"), option("porto")],
    validation: { required: true },
    position: 0,
  });
  expect(changed.field).toMatchObject({ label: "Site", version: 2, position: 0, type: "SINGLE_SELECT" });
  expect(changed.field.options.map((one: { id: string; retired: boolean }) => [one.id, one.retired])).toEqual([
    ["lisbon", false],
    ["porto", false],
    ["berlin", true],
    ["toronto", true],
    ["remote", true],
  ]);
  expect(await auditOf("contact_field.updated")).toMatchObject([
    { fields: ["label", "options", "validation", "position"] },
  ]);
  const stale = await changeField(identity, owner, { id: office.id, version: office.version, purpose: "Other" });
  expect(stale).toMatchObject({ type: "VersionConflict", currentVersion: 2 });
  const give = (value: unknown) =>
    only(identity, owner, { externalId: "E-000001", customFields: [{ key: "office", value }] });
  expect(await give("berlin")).toMatchObject({ outcome: "UNCHANGED" });
  expect(errorsOf(await give("toronto"))).toEqual(["InvalidValue customFields.0.value"]);
  expect(errorsOf(await give(null))).toEqual(["InvalidValue customFields.0.value"]);
  expect(await give("porto")).toMatchObject({ outcome: "UPDATED" });
  const back = await changeField(identity, owner, { id: office.id, version: 2, options: [option("berlin")] });
  expect(back.field.options[0]).toMatchObject({ id: "berlin", retired: false });
});

test("an admin defines what is public or internal, an owner all, nobody else and nobody of another account", async () => {
  const secret = { ...definition("secret_one"), sensitivity: "L2" };
  expect((await createField(identity, account.member("admin"), secret)).refused).toMatchObject([{ code: "FORBIDDEN" }]);
  expect(await createField(identity, account.member("owner"), secret)).toMatchObject({
    type: "CreateContactFieldPayload",
  });
  for (const viewer of [account.member("coordinator"), account.member("privacy_officer"), account.hr()])
    expect((await createField(identity, viewer, definition("any_one"))).refused).toMatchObject([{ code: "FORBIDDEN" }]);
  const id = toGlobalId("ContactField", account.seed.fieldIdOf("salary_band"));
  const admin = account.member("admin");
  expect((await changeField(identity, admin, { id, version: 1, sensitivity: "L1" })).refused).toMatchObject([
    { code: "FORBIDDEN" },
  ]);
  expect((await stepField(identity, admin, "deprecate", id)).refused).toMatchObject([{ code: "FORBIDDEN" }]);
  const stranger = (await newAccount(identity)).member("owner");
  expect((await changeField(identity, stranger, { id, version: 1, pinned: true })).refused).toMatchObject([
    { code: "NOT_FOUND" },
  ]);
  expect((await stepField(identity, stranger, "deprecate", id)).refused).toMatchObject([{ code: "NOT_FOUND" }]);
});

test("an account has 200 fields and no more, also when they are defined at once", async () => {
  const full = await newAccount(identity);
  const owner = full.member("owner");
  await identity.admin`
    insert into identity.contact_field (account_id, id, key, label, type, sensitivity, owner, purpose, position, created_at)
    select ${full.accountId}, gen_random_uuid(), 'bulk_' || n, 'Bulk', 'text', 'L1', 'admin', 'Test', 100 + n, now()
    from generate_series(1, 187) n`;
  const made = await Promise.all([1, 2, 3, 4, 5].map((n) => createField(identity, owner, definition(`last_${n}`))));
  expect(made.filter(({ type }) => type === "CreateContactFieldPayload")).toHaveLength(3);
  expect(made.filter(({ type }) => type === "TooManyContactFields")).toHaveLength(2);
});

test("a new field takes no standard field's name, and one that has it from before is still edited", async () => {
  const owner = account.member("owner");
  const refused = await createField(identity, owner, definition("first_name"));
  expect(refused).toMatchObject({ type: "InvalidContactField", path: ["input", "definition", "key"] });
  expect(refused.message).toContain("every contact has a standard field of this name");
  const { field } = await createField(identity, owner, definition("second_name"));
  await identity.admin`update identity.contact_field set key = 'first_name'
    where account_id = ${account.accountId} and key = 'second_name'`;
  const labels = [{ locale: "en", text: "Stage name" }];
  const changed = await changeField(identity, owner, { id: field.id, version: 1, labels });
  expect(changed).toMatchObject({
    type: "UpdateContactFieldPayload",
    field: { key: "first_name", label: "Stage name" },
  });
});

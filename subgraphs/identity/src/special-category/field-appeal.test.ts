import { afterAll, beforeAll, expect, test } from "vitest";
import type { StaffViewer, Viewer } from "@studio/kit/auth/viewer.js";
import { change, changeField, createField, definition } from "../../test/contact-fields.js";
import { newAccount, type TestAccount } from "../../test/new-account.js";
import { runIdentity, type RunningIdentity } from "../../test/running-identity.js";
import { PLATFORM_CHAIN } from "./field-appeal.repository.js";

const APPEAL = `mutation ($input: AppealSpecialCategoryInput!) { done: appealSpecialCategory(input: $input) {
  type: __typename ... on UserError { message path }
  ... on AppealSpecialCategoryPayload { appeal { id accountId state categories attestation
    definition { key labels { locale text } optionLabels { text } } } } } }`;
const REVIEW = `mutation ($input: ReviewFieldAppealInput!) { done: reviewFieldAppeal(input: $input) {
  type: __typename ... on UserError { message path } ... on ReviewFieldAppealPayload { appeal { id state reason reviewedAt } } } }`;
const OPEN = `{ openFieldAppeals(first: 250) { id state attestation definition { key } } }`;
const ATTESTATION = "We are an occupational health service; art. 9 (2) (h) lets us keep this for our own staff.";

let identity: RunningIdentity;
let account: TestAccount;

beforeAll(async () => {
  identity = await runIdentity();
  account = await newAccount(identity);
});

afterAll(() => identity.stop());

const staff: StaffViewer = { kind: "staff", staffId: "sam", accountId: null, grantId: null, scopes: [] };

const allergies = {
  ...definition("food_allergies"),
  labels: [
    { locale: "en", text: "Allergies" },
    { locale: "de", text: "Allergien" },
  ],
  sensitivity: "L3",
};

const appeal = (viewer: Viewer, definition: object, attestation = ATTESTATION) =>
  change(identity, viewer, APPEAL, { definition, attestation });

const review = (viewer: Viewer, id: string, decision: string) =>
  change(identity, viewer, REVIEW, { id, decision, reason: "Reviewed with counsel." });

const audited = async (accountId: string) => {
  const rows = await identity.admin`
    select actor_kind, actor_id, action, fields from compliance.audit_event
    where account_id = ${accountId} and action like 'field_appeal.%' order by position`;
  return [...rows];
};

test("P03: a definition that asks for a special category is refused, with field, reason, law and the way to appeal", async () => {
  const owner = account.member("owner");
  const text = (text: string) => [{ locale: "en", text }];
  const asks: [object, string, string, string][] = [
    [{ key: "religion" }, "key", "RELIGION_OR_BELIEF", "GDPR art. 9 (1)"],
    [{ labels: text("Ethnic origin") }, "labels.0.text", "RACIAL_OR_ETHNIC_ORIGIN", "GDPR art. 9 (1)"],
    [{ help: text("Any illness?") }, "help.0.text", "HEALTH", "GDPR art. 9 (1)"],
    [{ purpose: "To know who is in a trade union." }, "purpose", "TRADE_UNION_MEMBERSHIP", "GDPR art. 9 (1)"],
    [
      { labels: [...text("Notes"), { locale: "es", text: "Antecedentes penales" }] },
      "labels.1.text",
      "CRIMINAL_RECORD",
      "GDPR art. 10",
    ],
    [
      { type: "SINGLE_SELECT", options: [{ labels: text("None") }, { id: "x", labels: text("Muslim") }] },
      "options.1.labels.0.text",
      "RELIGION_OR_BELIEF",
      "GDPR art. 9 (1)",
    ],
    [{ validation: { pattern: "gay|lesbian" } }, "validation.pattern", "SEX_LIFE_OR_ORIENTATION", "GDPR art. 9 (1)"],
  ];
  for (const [part, path, category, law] of asks) {
    expect(await createField(identity, owner, { ...definition("plain_key"), ...part })).toMatchObject({
      type: "SpecialCategoryRefused",
      path: ["input", "definition", ...path.split(".")],
      category,
      law,
      message: expect.stringContaining("P03"),
      appeal: expect.stringContaining("appealSpecialCategory"),
    });
  }
});

test("P35: a field for card numbers is refused and cannot be appealed, unless it could hold none", async () => {
  const owner = account.member("owner");
  const card = { ...definition("card_number"), sensitivity: "L3" };
  expect(await createField(identity, owner, card)).toMatchObject({
    type: "CardNumberRefused",
    promise: "P35",
    matched: "card number",
  });
  expect(await appeal(owner, card)).toMatchObject({ type: "NothingToAppeal" });
  const yesNo = { ...definition("has_credit_card"), type: "BOOLEAN" };
  expect(await createField(identity, owner, yesNo)).toMatchObject({ type: "CreateContactFieldPayload" });
});

test("a field is judged again when its words change, not when its place does", async () => {
  const owner = account.member("owner");
  const made = await createField(identity, owner, definition("harmless"));
  const { id } = made.field;
  const relabelled = await changeField(identity, owner, { id, version: 1, labels: [{ locale: "en", text: "Race" }] });
  expect(relabelled).toMatchObject({ type: "SpecialCategoryRefused", path: ["input", "labels", "0", "text"] });
  const moved = await changeField(identity, owner, { id, version: 1, pinned: true });
  expect(moved).toMatchObject({ field: { version: 2, label: "A label" } });
});

test("an owner appeals, staff approve, and exactly that definition may then be created", async () => {
  const owner = account.member("owner");
  expect(await createField(identity, owner, allergies)).toMatchObject({ type: "SpecialCategoryRefused" });
  const filed = await appeal(owner, allergies);
  expect(filed.appeal).toMatchObject({
    state: "PENDING",
    categories: ["HEALTH"],
    definition: { key: "food_allergies", labels: [{ text: "Allergies" }, { locale: "de", text: "Allergien" }] },
  });
  expect(await appeal(owner, allergies)).toMatchObject({ type: "AlreadyAppealed" });
  expect(await createField(identity, owner, allergies)).toMatchObject({ type: "SpecialCategoryRefused" });
  const open = (await identity.ask(staff, OPEN)).data.openFieldAppeals;
  expect(open).toMatchObject([{ id: filed.appeal.id, attestation: ATTESTATION }]);
  expect(await review(staff, filed.appeal.id, "APPROVE")).toMatchObject({
    appeal: { state: "APPROVED", reason: "Reviewed with counsel." },
  });
  expect((await identity.ask(staff, OPEN)).data.openFieldAppeals).toEqual([]);
  expect((await review(staff, filed.appeal.id, "DENY")).refused).toMatchObject([{ code: "NOT_FOUND" }]);
  for (const other of [
    { key: "other_allergies" },
    {
      labels: [
        { locale: "en", text: "Allergies and illnesses" },
        { locale: "de", text: "Allergien" },
      ],
    },
    { purpose: "Something else." },
    { sensitivity: "L2" },
  ]) {
    expect(await createField(identity, owner, { ...allergies, ...other })).toMatchObject({
      type: "SpecialCategoryRefused",
    });
  }
  const made = await createField(identity, owner, { ...allergies, pinned: true });
  expect(made).toMatchObject({ field: { key: "food_allergies" } });
  const lowered = await changeField(identity, owner, { id: made.field.id, version: 1, sensitivity: "L0" });
  expect(lowered).toMatchObject({ type: "SpecialCategoryRefused" });
  const stranger = (await newAccount(identity)).member("owner");
  expect(await createField(identity, stranger, allergies)).toMatchObject({ type: "SpecialCategoryRefused" });
  expect(await audited(account.accountId)).toEqual([
    { actor_kind: "member", actor_id: expect.any(String), action: "field_appeal.filed", fields: ["health"] },
    { actor_kind: "staff", actor_id: "sam", action: "field_appeal.approved", fields: ["health"] },
  ]);
  expect(await audited(PLATFORM_CHAIN)).toEqual([
    { actor_kind: "staff", actor_id: "sam", action: "field_appeal.approved", fields: [`account:${account.accountId}`] },
  ]);
});

test("what staff deny stays refused, and may be appealed anew", async () => {
  const own = await newAccount(identity);
  const owner = own.member("owner");
  const filed = await appeal(owner, allergies);
  expect(await review(staff, filed.appeal.id, "DENY")).toMatchObject({ appeal: { state: "DENIED" } });
  expect(await createField(identity, owner, allergies)).toMatchObject({ type: "SpecialCategoryRefused" });
  expect(await appeal(owner, allergies)).toMatchObject({ appeal: { state: "PENDING" } });
});

test("an appeal needs an owner, a ground, a refusal, and a sensitivity that seals", async () => {
  const owner = account.member("owner");
  const faith = { ...definition("faith"), sensitivity: "L2" };
  for (const viewer of [account.member("admin"), account.member("privacy_officer"), account.hr(), staff])
    expect((await appeal(viewer, faith)).refused).toMatchObject([{ code: "FORBIDDEN" }]);
  expect(await appeal(owner, faith, "Because.")).toMatchObject({
    type: "InvalidStatement",
    path: ["input", "attestation"],
  });
  expect(await appeal(owner, { ...faith, sensitivity: "L1" })).toMatchObject({ type: "InvalidContactField" });
  expect(await appeal(owner, definition("office_floor"))).toMatchObject({ type: "NothingToAppeal" });
  const filed = await appeal(owner, faith);
  for (const viewer of [owner, account.member("admin"), account.integration(["contacts:read"])]) {
    expect((await review(viewer, filed.appeal.id, "APPROVE")).refused).toMatchObject([{ code: "FORBIDDEN" }]);
    expect((await identity.ask(viewer, OPEN)).errors).toMatchObject([{ code: "FORBIDDEN" }]);
  }
});

import { sql } from "drizzle-orm";
import { afterAll, beforeAll, expect, test } from "vitest";
import { anonymous, type Viewer } from "@studio/kit/auth/viewer.js";
import { dayMs } from "@studio/kit/clock.js";
import { headOf, readEvents } from "@studio/kit/events/read.js";
import { toGlobalId } from "@studio/kit/paging/global-id.js";
import { newAccount, runCompliance, type Json, type RunningCompliance } from "../test/running-compliance.js";
import { seedConsents } from "./seed.js";

const GIVE = `mutation ($input: GiveConsentInput!) { giveConsent(input: $input) { __typename
  ... on GiveConsentPayload { consent { purpose state changedAt textVersion } contact { id consents { purpose state } } }
  ...on UserError { message path } ... on ConsentTextChanged { currentVersion } } }`;
const WITHDRAW = `mutation ($purpose: ConsentPurpose!) { withdrawConsent(input: { purpose: $purpose }) { __typename
  ... on WithdrawConsentPayload { consent { state changedAt textVersion } contact { consents { purpose state } } }
  ... on UserError { message path } } }`;
const CONTACTS = `query ($of: [_Any!]!) { entities: _entities(representations: $of) { ... on Contact {
  id consents { purpose state changedAt textVersion } } } }`;

let compliance: RunningCompliance;

beforeAll(async () => {
  compliance = await runCompliance();
});

afterAll(() => compliance.stop());

const give = (viewer: Viewer, purpose = "PROCESSING", textVersion?: number) =>
  compliance.ask(viewer, GIVE, { input: { purpose, textVersion } });

const withdraw = (viewer: Viewer, purpose = "PROCESSING") => compliance.ask(viewer, WITHDRAW, { purpose });

const see = (viewer: Viewer, ...contactIds: string[]) =>
  compliance.ask(viewer, CONTACTS, {
    of: contactIds.map((id) => ({ __typename: "Contact", id: toGlobalId("Contact", id) })),
  });

async function traces(accountId: string) {
  const db = compliance.openAs("compliance");
  return db.inAccount(accountId, async (tx) => {
    const history = await tx.execute(
      sql`select state, text_version from compliance.consent_change order by changed_at, id`,
    );
    const audits = await tx.execute<{ action: string }>(
      sql`select action from compliance.audit_event order by position`,
    );
    return {
      history: [...history],
      audits: audits.map((row) => row.action),
      events: (await headOf(tx, accountId)).position,
    };
  });
}

test("a contact consents, withdraws, and consents again; each step is kept, audited and announced", async () => {
  const account = await newAccount(compliance, { consentTextVersion: 3 });
  const contact = await account.newContact();
  const given = await give(contact, "PROCESSING", 3);
  expect(given.errors).toEqual([]);
  expect(given.data.giveConsent.consent).toMatchObject({ purpose: "PROCESSING", state: "GIVEN", textVersion: 3 });
  expect(given.data.giveConsent.contact).toEqual({
    id: toGlobalId("Contact", contact.contactId),
    consents: [{ purpose: "PROCESSING", state: "GIVEN" }],
  });
  compliance.clock.advance(dayMs);
  const withdrawn = await withdraw(contact);
  expect(withdrawn.data.withdrawConsent.consent).toMatchObject({ state: "WITHDRAWN", textVersion: 3 });
  const between =
    Date.parse(withdrawn.data.withdrawConsent.consent.changedAt) - Date.parse(given.data.giveConsent.consent.changedAt);
  expect(between).toBeGreaterThanOrEqual(dayMs);
  await give(contact, "AI_TRAINING");
  const seen = await see(contact, contact.contactId);
  expect(seen.data.entities[0].consents.map(({ purpose, state }: Json) => `${purpose} ${state}`)).toEqual([
    "AI_TRAINING GIVEN",
    "PROCESSING WITHDRAWN",
  ]);
  expect(await traces(account.accountId)).toEqual({
    history: ["given", "withdrawn", "given"].map((state) => ({ state, text_version: 3 })),
    audits: ["consent.given", "consent.withdrawn", "consent.given"],
    events: 3,
  });
  const events = await compliance.openAs("media").inAccount(account.accountId, (tx) =>
    readEvents(tx, account.accountId, {
      after: { position: 0, day: "1970-01-01" },
      types: ["consent.changed"],
      limit: 1,
    }),
  );
  expect(events[0]?.ids).toEqual({ contactId: contact.contactId, studioId: account.studioId });
});

test("saying the same again, also ten times at once, leaves one trace", async () => {
  const account = await newAccount(compliance);
  const contact = await account.newContact();
  const answers = await Promise.all(Array.from({ length: 10 }, () => give(contact)));
  expect(new Set(answers.map(({ data }) => data.giveConsent.consent.state))).toEqual(new Set(["GIVEN"]));
  await withdraw(contact);
  const again = await withdraw(contact);
  expect(again.data.withdrawConsent.consent.state).toBe("WITHDRAWN");
  const { audits, events } = await traces(account.accountId);
  expect({ audits, events }).toEqual({ audits: ["consent.given", "consent.withdrawn"], events: 2 });
});

test("does not record a consent to a text that was replaced, nor a withdrawal of nothing", async () => {
  const account = await newAccount(compliance, { consentTextVersion: 2 });
  const contact = await account.newContact();
  const outdated = await give(contact, "PROCESSING", 1);
  expect(outdated.data.giveConsent).toMatchObject({
    __typename: "ConsentTextChanged",
    path: ["input", "textVersion"],
    currentVersion: 2,
  });
  const nothing = await withdraw(contact, "MARKETING");
  expect(nothing.data.withdrawConsent).toMatchObject({ __typename: "ConsentNotGiven", path: ["input", "purpose"] });
  expect(await traces(account.accountId)).toEqual({ history: [], audits: [], events: 0 });
});

test("only the contact says what they consent to, and only while they are there", async () => {
  const account = await newAccount(compliance);
  const contact = await account.newContact();
  const codes = async (viewer: Viewer) => (await give(viewer)).errors.map((error) => error.code);
  expect(await codes(anonymous)).toEqual(["UNAUTHENTICATED"]);
  expect(await codes(account.member("owner"))).toEqual(["FORBIDDEN"]);
  expect(await codes(account.client("hr_sync", ["contacts:read"]))).toEqual(["FORBIDDEN"]);
  expect(await codes({ ...contact, contactId: account.studioId })).toEqual(["NOT_FOUND"]);
  expect(await codes({ ...contact, accountId: (await newAccount(compliance)).accountId })).toEqual(["NOT_FOUND"]);
});

test("shows consents as the access table says", async () => {
  const account = await newAccount(compliance);
  const contact = await account.newContact();
  await give(contact);
  const answer = async (viewer: Viewer) => {
    const { data, errors } = await see(viewer, contact.contactId);
    return { seen: data.entities[0]?.consents ?? data.entities[0], codes: errors.map((error) => error.code) };
  };
  const whole = [expect.objectContaining({ state: "GIVEN", changedAt: expect.any(String), textVersion: 1 })];
  const stateOnly = [{ purpose: "PROCESSING", state: "GIVEN", changedAt: null, textVersion: null }];
  for (const role of ["owner", "admin", "privacy_officer"] as const) {
    expect(await answer(account.member(role))).toEqual({ seen: whole, codes: [] });
  }
  expect(await answer(account.member("coordinator", [account.groupId]))).toEqual({ seen: stateOnly, codes: [] });
  expect(await answer(account.client("integration", ["contacts:read"]))).toEqual({ seen: stateOnly, codes: [] });
  const hrSync = await answer(account.client("hr_sync", ["contacts:read"]));
  expect(hrSync).toMatchObject({ seen: { consents: null }, codes: ["FORBIDDEN"] });
});

test("a contact out of reach does not exist", async () => {
  const account = await newAccount(compliance);
  const stranger = await newAccount(compliance);
  const contact = await account.newContact();
  await give(contact);
  const outside: Viewer[] = [
    anonymous,
    stranger.member("owner"),
    await stranger.newContact(),
    await account.newContact(),
    account.member("coordinator", [stranger.groupId]),
    { kind: "staff", staffId: "s", accountId: null, grantId: null, scopes: [] },
  ];
  for (const viewer of outside) {
    expect(await see(viewer, contact.contactId)).toEqual({ data: { entities: [null] }, errors: [] });
  }
});

test("a restricted contact keeps their own view; others get the flag alone, not the consents", async () => {
  const account = await newAccount(compliance);
  const contact = await account.newContact([account.groupId]);
  await give(contact);
  await compliance.admin`update identity.contact set restricted_at = now() where id = ${contact.contactId}`;
  expect((await see(contact, contact.contactId)).data.entities[0].consents).toHaveLength(1);
  const admin = await see(account.member("admin"), contact.contactId);
  expect(admin.data.entities[0].consents).toBeNull();
  expect(admin.errors.map((error) => error.code)).toEqual(["FORBIDDEN"]);
});

test("seeds consents of hundreds of contacts in one change, once", async () => {
  const account = await newAccount(compliance);
  const contacts = await Promise.all(Array.from({ length: 300 }, () => account.newContact()));
  const consents = contacts.flatMap(({ contactId }) => [
    { contactId, purpose: "processing", state: "given" } as const,
    { contactId, purpose: "marketing", state: "withdrawn" } as const,
  ]);
  await seedConsents(compliance.options, account.accountId, account.studioId, consents);
  await seedConsents(compliance.options, account.accountId, account.studioId, consents);
  const { history, audits } = await traces(account.accountId);
  expect({ changes: history.length, audits }).toEqual({ changes: 600, audits: ["consent.seeded"] });
  const seen = await see(account.member("admin"), ...contacts.map(({ contactId }) => contactId));
  expect(seen.data.entities.every(({ consents }: Json) => consents.length === 2)).toBe(true);
});

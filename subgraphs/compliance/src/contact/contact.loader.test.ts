import { sql } from "drizzle-orm";
import { afterAll, beforeAll, expect, test } from "vitest";
import type { Database } from "@studio/kit/db/database.js";
import { newAccount, runCompliance, type RunningCompliance } from "../../test/running-compliance.js";
import { seedConsents } from "../seed.js";
import { contactById } from "./contact.loader.js";

let compliance: RunningCompliance;
let account: Awaited<ReturnType<typeof newAccount>>;
let contactIds: string[];

beforeAll(async () => {
  compliance = await runCompliance();
  account = await newAccount(compliance);
  contactIds = (await Promise.all(Array.from({ length: 100 }, () => account.newContact()))).map((one) => one.contactId);
  const consents = contactIds.map((contactId) => ({ contactId, purpose: "processing", state: "given" }) as const);
  await seedConsents(compliance.options, account.accountId, account.studioId, consents);
});

afterAll(() => compliance.stop());

test("a hundred contacts with their consents cost one transaction", async () => {
  const db = compliance.openAs("compliance");
  let transactions = 0;
  const counting: Database = { ...db, inAccount: (...args) => ((transactions += 1), db.inAccount(...args)) };
  const loader = contactById(counting, account.accountId);
  const known = await Promise.all(contactIds.map((id) => loader.load(id)));
  expect(known.every((contact, index) => contact?.facts.contactId === contactIds[index])).toBe(true);
  expect(known.every((contact) => contact?.consents.length === 1)).toBe(true);
  expect(transactions).toBe(1);
});

test("a loader of another account, or of none, knows nobody", async () => {
  const db = compliance.openAs("compliance");
  const { accountId } = await newAccount(compliance);
  expect(await contactById(db, accountId).load(contactIds[0]!)).toBeNull();
  expect(await contactById(db, null).load(contactIds[0]!)).toBeNull();
});

test("row security holds where a query forgets the account", async () => {
  const { accountId } = await newAccount(compliance);
  const count = sql`select (select count(*) from compliance.consent)::int + (select count(*) from compliance.consent_change)::int
    + (select count(*) from compliance.audit_event)::int + (select count(*) from identity.published_contact)::int as n`;
  const db = compliance.openAs("compliance");
  const ask = async (id: string) => (await db.inAccount(id, (tx) => tx.execute<{ n: number }>(count)))[0]?.n;
  expect(await ask(account.accountId)).toBeGreaterThan(300);
  expect(await ask(accountId)).toBe(0);
});

test("media reads the published consents of its account, and nothing beside them", async () => {
  const media = compliance.openAs("media");
  const published = sql`select contact_id, purpose, state from compliance.published_consent order by contact_id limit 1`;
  const [row] = await media.inAccount(account.accountId, (tx) => tx.execute(published));
  expect(row).toEqual({ contact_id: contactIds.toSorted()[0], purpose: "processing", state: "given" });
  const elsewhere = (await newAccount(compliance)).accountId;
  expect(await media.inAccount(elsewhere, (tx) => tx.execute(published))).toHaveLength(0);
  const version = media.inAccount(account.accountId, (tx) =>
    tx.execute(sql`select text_version from compliance.consent`),
  );
  await expect(version).rejects.toMatchObject({ cause: { code: "42501" } });
});

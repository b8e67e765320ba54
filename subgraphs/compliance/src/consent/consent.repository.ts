import { and, eq, getTableColumns, lte, sql } from "drizzle-orm";
import type { Tx } from "@studio/kit/db/database.js";
import { idArray } from "@studio/kit/db/id-array.js";
import { newId } from "@studio/kit/id.js";
import { consent, consentChange } from "./consent.table.js";
import type { Purpose } from "./consent.values.js";

/** A recorded consent. */
export type ConsentRow = typeof consent.$inferSelect;

/** What the contacts have said, purposes in alphabetical order. */
export function listByContacts(tx: Tx, accountId: string, contactIds: readonly string[]): Promise<ConsentRow[]> {
  return tx
    .select()
    .from(consent)
    .where(and(eq(consent.accountId, accountId), sql`${consent.contactId} = any(${idArray(contactIds)})`))
    .orderBy(consent.contactId, consent.purpose);
}

/** Something that was said. */
export type ConsentChangeRow = typeof consentChange.$inferSelect;

/** How many changes of each purpose are shown. */
const SHOWN_CHANGES = 100;

/** Everything that the contacts have said, newest first; of each contact and purpose the last hundred. */
export async function listChanges(
  tx: Tx,
  accountId: string,
  contactIds: readonly string[],
): Promise<ConsentChangeRow[]> {
  const place = sql<number>`row_number() over (
    partition by ${consentChange.contactId}, ${consentChange.purpose}
    order by ${consentChange.changedAt} desc, ${consentChange.id} desc)`.as("place");
  const ranked = tx
    .select({ ...getTableColumns(consentChange), place })
    .from(consentChange)
    .where(and(eq(consentChange.accountId, accountId), sql`${consentChange.contactId} = any(${idArray(contactIds)})`))
    .as("ranked");
  return tx.select().from(ranked).where(lte(ranked.place, SHOWN_CHANGES)).orderBy(ranked.place);
}

/** What the contact has said about a purpose, or null. */
export async function find(tx: Tx, accountId: string, contactId: string, purpose: Purpose): Promise<ConsentRow | null> {
  const [row] = await tx
    .select()
    .from(consent)
    .where(and(eq(consent.accountId, accountId), eq(consent.contactId, contactId), eq(consent.purpose, purpose)));
  return row ?? null;
}

/** Records that a consent was given. False if exactly that was recorded already, by a concurrent call as well. */
export async function give(tx: Tx, row: ConsentRow): Promise<boolean> {
  const changed = await tx
    .insert(consent)
    .values(row)
    .onConflictDoUpdate({
      target: [consent.accountId, consent.contactId, consent.purpose],
      set: { state: row.state, studioId: row.studioId, textVersion: row.textVersion, changedAt: row.changedAt },
      setWhere: sql`(${consent.state}, ${consent.studioId}, ${consent.textVersion})
        is distinct from (excluded.state, excluded.studio_id, excluded.text_version)`,
    })
    .returning({ purpose: consent.purpose });
  return changed.length > 0;
}

/** Records that a given consent is withdrawn: the new state, or null if there was none to withdraw. */
export async function withdraw(
  tx: Tx,
  key: { accountId: string; contactId: string; purpose: Purpose },
  at: Date,
): Promise<ConsentRow | null> {
  const [row] = await tx
    .update(consent)
    .set({ state: "withdrawn", changedAt: at })
    .where(
      and(
        eq(consent.accountId, key.accountId),
        eq(consent.contactId, key.contactId),
        eq(consent.purpose, key.purpose),
        eq(consent.state, "given"),
      ),
    )
    .returning();
  return row ?? null;
}

/** Keeps a row of history for what was just said. */
export async function keepChange(tx: Tx, row: ConsentRow): Promise<void> {
  await tx.insert(consentChange).values({ ...row, id: newId() });
}

/** The version of a studio's consent text that holds now, or null if there is no such studio. */
export async function currentTextVersion(tx: Tx, accountId: string, studioId: string): Promise<number | null> {
  const [row] = await tx.execute<{ version: number }>(sql`
    select version from studio_configuration.published_consent_text
    where account_id = ${accountId} and studio_id = ${studioId}`);
  return row?.version ?? null;
}

import { and, asc, count, eq, max, ne, sql } from "drizzle-orm";
import type { Tx } from "@studio/kit/db/database.js";
import { idArray } from "@studio/kit/db/id-array.js";
import type { ContactFieldRow } from "./contact-field.repository.js";
import { contactField } from "./contact-field.table.js";

export type NewContactField = typeof contactField.$inferInsert;

/** Lets one change of an account's definitions through at a time: limits, keys and places are then as they were read. */
export async function lockDefinitions(tx: Tx, accountId: string): Promise<void> {
  await tx.execute(sql`select pg_advisory_xact_lock(hashtextextended('contact_field:' || ${accountId}, 0))`);
}

/** The definition with this id, unless it is deleted; null for another account's. */
export async function findDefinition(tx: Tx, accountId: string, id: string): Promise<ContactFieldRow | null> {
  const [row] = await tx
    .select()
    .from(contactField)
    .where(and(eq(contactField.accountId, accountId), eq(contactField.id, id), ne(contactField.state, "deleted")));
  return row ?? null;
}

/** How many definitions an account has that are not deleted, and what the last place is. */
export async function countDefinitions(
  tx: Tx,
  accountId: string,
): Promise<{ fields: number; filterable: number; lastPosition: number }> {
  const [row] = await tx
    .select({
      fields: count(),
      filterable: sql<number>`(count(*) filter (where ${contactField.filterable}))::int`,
      lastPosition: max(contactField.position),
    })
    .from(contactField)
    .where(and(eq(contactField.accountId, accountId), ne(contactField.state, "deleted")));
  return { fields: row?.fields ?? 0, filterable: row?.filterable ?? 0, lastPosition: row?.lastPosition ?? -1 };
}

/** Whether a definition that is not deleted has this key. */
export async function isKeyTaken(tx: Tx, accountId: string, key: string): Promise<boolean> {
  const rows = await tx
    .select({ id: contactField.id })
    .from(contactField)
    .where(and(eq(contactField.accountId, accountId), eq(contactField.key, key), ne(contactField.state, "deleted")));
  return rows.length > 0;
}

export async function insertDefinition(tx: Tx, row: NewContactField): Promise<ContactFieldRow> {
  const [added] = await tx.insert(contactField).values(row).returning();
  return added!;
}

/** Changes a definition; its version grows. Callers leave its key and type as they are. */
export async function updateDefinition(
  tx: Tx,
  accountId: string,
  id: string,
  values: Partial<Omit<NewContactField, "accountId" | "id" | "version">>,
): Promise<ContactFieldRow> {
  const [changed] = await tx
    .update(contactField)
    .set({ ...values, version: sql`${contactField.version} + 1` })
    .where(and(eq(contactField.accountId, accountId), eq(contactField.id, id)))
    .returning();
  return changed!;
}

/** Puts a definition at a place among the account's others, which make room. Their versions stay. */
export async function moveDefinition(tx: Tx, accountId: string, id: string, position: number): Promise<void> {
  const rows = await tx
    .select({ id: contactField.id })
    .from(contactField)
    .where(and(eq(contactField.accountId, accountId), ne(contactField.state, "deleted")))
    .orderBy(asc(contactField.position), asc(contactField.id));
  const ids = rows.map((row) => row.id).filter((other) => other !== id);
  ids.splice(position, 0, id);
  await tx.execute(sql`
    update identity.contact_field f set position = o.place - 1
    from unnest(${idArray(ids)}) with ordinality as o (id, place)
    where f.account_id = ${accountId} and f.id = o.id and f.position <> o.place - 1`);
}

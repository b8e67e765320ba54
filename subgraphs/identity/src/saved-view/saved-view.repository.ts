import { and, asc, count, eq, sql } from "drizzle-orm";
import type { Tx } from "@studio/kit/db/database.js";
import { savedView } from "./saved-view.table.js";

export type SavedViewRow = typeof savedView.$inferSelect;

/** The account's views by name. */
export function listSavedViews(tx: Tx, accountId: string): Promise<SavedViewRow[]> {
  return tx
    .select()
    .from(savedView)
    .where(eq(savedView.accountId, accountId))
    .orderBy(asc(sql`lower(${savedView.name})`), asc(savedView.id));
}

export async function findSavedView(tx: Tx, accountId: string, id: string): Promise<SavedViewRow | null> {
  const [row] = await tx
    .select()
    .from(savedView)
    .where(and(eq(savedView.accountId, accountId), eq(savedView.id, id)));
  return row ?? null;
}

/** The view, held until the transaction ends; null if there is none. */
export async function lockSavedView(tx: Tx, accountId: string, id: string): Promise<SavedViewRow | null> {
  const one = and(eq(savedView.accountId, accountId), eq(savedView.id, id));
  const [row] = await tx.select().from(savedView).where(one).for("update");
  return row ?? null;
}

export async function countSavedViews(tx: Tx, accountId: string): Promise<number> {
  const [row] = await tx.select({ n: count() }).from(savedView).where(eq(savedView.accountId, accountId));
  return row?.n ?? 0;
}

/** Adds a view. @returns null if another has its name */
export async function insertSavedView(tx: Tx, row: typeof savedView.$inferInsert): Promise<SavedViewRow | null> {
  const [added] = await tx.insert(savedView).values(row).onConflictDoNothing().returning();
  return added ?? null;
}

/** Changes a view. @throws a violation of `saved_view_name_once` */
export async function updateSavedViewRow(
  tx: Tx,
  { accountId, id, version }: SavedViewRow,
  values: Partial<Pick<SavedViewRow, "name" | "filter" | "search" | "orderBy">>,
  at: Date,
): Promise<SavedViewRow> {
  const one = and(eq(savedView.accountId, accountId), eq(savedView.id, id));
  const [row] = await tx
    .update(savedView)
    .set({ ...values, version: version + 1, updatedAt: at })
    .where(one)
    .returning();
  return row!;
}

export async function deleteSavedViewRow(tx: Tx, { accountId, id }: SavedViewRow): Promise<void> {
  await tx.delete(savedView).where(and(eq(savedView.accountId, accountId), eq(savedView.id, id)));
}

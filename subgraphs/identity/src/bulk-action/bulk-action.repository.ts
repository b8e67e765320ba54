import { and, eq, inArray, sql } from "drizzle-orm";
import type { Tx } from "@studio/kit/db/database.js";
import { bulkAction } from "./bulk-action.table.js";
import type { BulkFailure } from "./bulk-action.values.js";

export type BulkActionRow = typeof bulkAction.$inferSelect;
export type NewBulkAction = typeof bulkAction.$inferInsert;

interface Key {
  accountId: string;
  id: string;
}

const one = ({ accountId, id }: Key) => and(eq(bulkAction.accountId, accountId), eq(bulkAction.id, id));

const UNDER_WAY = inArray(bulkAction.state, ["queued", "running"]);

export async function insertBulkAction(tx: Tx, row: NewBulkAction): Promise<BulkActionRow> {
  const [added] = await tx.insert(bulkAction).values(row).returning();
  return added!;
}

/** Notes how many contacts an action is about. About none, it is finished as it begins. */
export async function settleTotal(tx: Tx, action: BulkActionRow, total: number): Promise<BulkActionRow> {
  const none = { state: "finished", finishedAt: action.createdAt } as const;
  const [row] = await tx
    .update(bulkAction)
    .set({ total, ...(total === 0 && none) })
    .where(one(action))
    .returning();
  return row!;
}

/** The action, or null. */
export async function findBulkAction(tx: Tx, key: Key): Promise<BulkActionRow | null> {
  const [row] = await tx.select().from(bulkAction).where(one(key));
  return row ?? null;
}

/** The action, held until the transaction ends, or null. */
export async function lockBulkAction(tx: Tx, key: Key): Promise<BulkActionRow | null> {
  const [row] = await tx.select().from(bulkAction).where(one(key)).for("update");
  return row ?? null;
}

/** Counts one more beginning. Null if there is nothing to do any more. */
export async function countAttempt(tx: Tx, key: Key): Promise<BulkActionRow | null> {
  const [row] = await tx
    .update(bulkAction)
    .set({ attempts: sql`${bulkAction.attempts} + 1` })
    .where(and(one(key), UNDER_WAY))
    .returning();
  return row ?? null;
}

/** How many contacts a batch came to. */
export interface BatchCounts {
  changed: number;
  unchanged: number;
  rejected: number;
}

/** Adds a batch to the progress; without more to do the action is finished. */
export async function addProgress(
  tx: Tx,
  key: Key,
  { changed, unchanged, rejected }: BatchCounts,
  finishedAt: Date | null,
): Promise<void> {
  await tx
    .update(bulkAction)
    .set({
      state: finishedAt ? "finished" : "running",
      finishedAt,
      attempts: 0,
      changed: sql`${bulkAction.changed} + ${changed}`,
      unchanged: sql`${bulkAction.unchanged} + ${unchanged}`,
      rejected: sql`${bulkAction.rejected} + ${rejected}`,
    })
    .where(one(key));
}

/** Ends an action that is under way before all is done. @returns null if it is over already */
export async function endBulkAction(
  tx: Tx,
  key: Key,
  end: { state: "cancelled" } | { state: "failed"; failure: BulkFailure },
  at: Date,
): Promise<BulkActionRow | null> {
  const [row] = await tx
    .update(bulkAction)
    .set({ ...end, finishedAt: at })
    .where(and(one(key), UNDER_WAY))
    .returning();
  return row ?? null;
}

import { and, desc, eq, sql } from "drizzle-orm";
import type { Tx } from "@studio/kit/db/database.js";
import { idArray } from "@studio/kit/db/id-array.js";
import { studio } from "./studio.table.js";

/** A studio as it is stored. */
export type StudioRow = typeof studio.$inferSelect;

/** The account's studios of these ids. */
export function listByIds(tx: Tx, accountId: string, ids: readonly string[]): Promise<StudioRow[]> {
  return tx
    .select()
    .from(studio)
    .where(and(eq(studio.accountId, accountId), sql`${studio.id} = any(${idArray(ids)})`));
}

/** Where a page of studios begins: after this one. */
export interface StudioPlace {
  createdAt: string;
  id: string;
}

/** Up to `limit` of the account's studios, newest first. */
export function listNewest(
  tx: Tx,
  accountId: string,
  { after, limit }: { after: StudioPlace | null; limit: number },
): Promise<StudioRow[]> {
  const older = after
    ? sql`(${studio.createdAt}, ${studio.id}) < (${after.createdAt}::timestamptz, ${after.id}::uuid)`
    : undefined;
  return tx
    .select()
    .from(studio)
    .where(and(eq(studio.accountId, accountId), older))
    .orderBy(desc(studio.createdAt), desc(studio.id))
    .limit(limit);
}

/** The studio, locked until the transaction ends, or null. */
export async function findForChange(tx: Tx, accountId: string, id: string): Promise<StudioRow | null> {
  const [row] = await tx
    .select()
    .from(studio)
    .where(and(eq(studio.accountId, accountId), eq(studio.id, id)))
    .for("update");
  return row ?? null;
}

export async function insert(tx: Tx, row: StudioRow): Promise<void> {
  await tx.insert(studio).values(row);
}

/** Changes a studio and counts the change. The caller holds the row. */
export async function update(
  tx: Tx,
  { accountId, id }: Pick<StudioRow, "accountId" | "id">,
  changes: Partial<Omit<StudioRow, "accountId" | "id" | "version">>,
): Promise<StudioRow> {
  const [row] = await tx
    .update(studio)
    .set({ ...changes, version: sql`${studio.version} + 1` })
    .where(and(eq(studio.accountId, accountId), eq(studio.id, id)))
    .returning();
  return row!;
}

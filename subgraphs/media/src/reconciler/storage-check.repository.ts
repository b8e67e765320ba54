import { desc, eq, lt } from "drizzle-orm";
import type { Tx } from "@studio/kit/db/database.js";
import { storageCheck, type StorageCheckRow } from "./storage-check.table.js";

export async function insertCheck(tx: Tx, row: Pick<StorageCheckRow, "id" | "startedAt">): Promise<void> {
  await tx.insert(storageCheck).values(row);
}

/** Keeps the result of a check, and forgets those before `keptSince`. */
export async function finishCheck(tx: Tx, { id, ...result }: StorageCheckRow, keptSince: Date): Promise<void> {
  await tx.update(storageCheck).set(result).where(eq(storageCheck.id, id));
  await tx.delete(storageCheck).where(lt(storageCheck.startedAt, keptSince));
}

/** The check that began last, or null if there was none. */
export async function findLastCheck(tx: Tx): Promise<StorageCheckRow | null> {
  const [row] = await tx
    .select()
    .from(storageCheck)
    .orderBy(desc(storageCheck.startedAt), desc(storageCheck.id))
    .limit(1);
  return row ?? null;
}

import { and, desc, eq, sql } from "drizzle-orm";
import type { Tx } from "@studio/kit/db/database.js";
import { idArray } from "@studio/kit/db/id-array.js";
import { collection, collectionItem, type CollectionRow } from "./collection.table.js";

export type CollectionKey = Pick<CollectionRow, "accountId" | "id">;

const one = ({ accountId, id }: CollectionKey) => and(eq(collection.accountId, accountId), eq(collection.id, id));

/** Adds a collection; of a selection, with what it holds. */
export async function insertCollection(tx: Tx, row: CollectionRow, submissionIds: readonly string[]): Promise<void> {
  await tx.insert(collection).values(row);
  await insertItems(tx, row, submissionIds);
}

/** Notes what a collection holds; what is noted already stays. */
export async function insertItems(tx: Tx, key: CollectionKey, submissionIds: readonly string[]): Promise<void> {
  await tx.execute(sql`
    insert into ${collectionItem} (account_id, collection_id, submission_id)
    select ${key.accountId}::uuid, ${key.id}::uuid, given from unnest(${idArray(submissionIds)}) as given
    on conflict do nothing`);
}

/** Forgets what a collection holds. */
export async function deleteItems(tx: Tx, { accountId, id }: CollectionKey): Promise<void> {
  await tx
    .delete(collectionItem)
    .where(and(eq(collectionItem.accountId, accountId), eq(collectionItem.collectionId, id)));
}

/** The collection, or null. */
export async function findCollection(tx: Tx, key: CollectionKey): Promise<CollectionRow | null> {
  const [row] = await tx.select().from(collection).where(one(key));
  return row ?? null;
}

/** The account's collections among `ids`. */
export function findCollections(tx: Tx, accountId: string, ids: readonly string[]): Promise<CollectionRow[]> {
  return tx
    .select()
    .from(collection)
    .where(and(eq(collection.accountId, accountId), sql`${collection.id} = any(${idArray(ids)})`));
}

/** The collection, held until the transaction ends, or null. */
export async function lockCollection(tx: Tx, key: CollectionKey): Promise<CollectionRow | null> {
  const [row] = await tx.select().from(collection).where(one(key)).for("update");
  return row ?? null;
}

/** Moves a collection in its life. The caller holds the row and has decided. */
export async function moveCollection(
  tx: Tx,
  key: CollectionKey,
  to: Pick<CollectionRow, "state" | "removesAt">,
): Promise<CollectionRow> {
  const [row] = await tx.update(collection).set(to).where(one(key)).returning();
  return row!;
}

/** Up to `limit` of the account's collections after a place, the newest first. */
export function listNewestCollections(
  tx: Tx,
  accountId: string,
  { after, limit }: { after: { createdAt: string; id: string } | null; limit: number },
): Promise<CollectionRow[]> {
  const older = after
    ? sql`(${collection.createdAt}, ${collection.id}) < (${after.createdAt}::timestamptz, ${after.id}::uuid)`
    : undefined;
  return tx
    .select()
    .from(collection)
    .where(and(eq(collection.accountId, accountId), older))
    .orderBy(desc(collection.createdAt), desc(collection.id))
    .limit(limit);
}

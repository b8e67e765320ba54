import { and, eq, sql } from "drizzle-orm";
import type { Tx } from "@studio/kit/db/database.js";
import { idArray } from "@studio/kit/db/id-array.js";
import { derivative } from "../photo/derivative.table.js";
import { photo } from "../photo/photo.table.js";
import { uploadPart } from "../upload/resumable/upload-part.table.js";

/** A row that says that an object exists. */
export interface StoredRow {
  objectKey: string;
  kind: "original" | "derivative" | "part";
  photoId: string;
}

/**
 * The account's rows whose objects come after `after`, in the order of their keys' bytes. What is purged keeps its row
 * and has no object.
 */
export async function listStoredRows(tx: Tx, accountId: string, after: string, limit: number): Promise<StoredRow[]> {
  const rows = await tx.execute<{ object_key: string; kind: StoredRow["kind"]; photo_id: string }>(sql`
    select object_key, kind, photo_id from (
      select object_key collate "C" as object_key, 'original' as kind, id as photo_id from ${photo}
      where account_id = ${accountId} and status <> 'purged'
      union all
      select d.object_key collate "C", 'derivative', d.photo_id from ${derivative} d
      join ${photo} p on p.account_id = d.account_id and p.id = d.photo_id and p.status <> 'purged'
      where d.account_id = ${accountId}
      union all
      select object_key collate "C", 'part', photo_id from ${uploadPart} where account_id = ${accountId}
    ) as stored
    where object_key > ${after} order by object_key limit ${limit}`);
  return rows.map((row) => ({ objectKey: row.object_key, kind: row.kind, photoId: row.photo_id }));
}

/** Whether some row of the account says that this object exists. */
export async function hasStoredRow(tx: Tx, accountId: string, objectKey: string): Promise<boolean> {
  const counts = [photo, derivative, uploadPart].map((table) =>
    tx.$count(table, and(eq(table.accountId, accountId), sql`${table.objectKey} collate "C" = ${objectKey}`)),
  );
  return (await Promise.all(counts)).some((count) => count > 0);
}

/** Which of these photos still wait for their original. */
export async function findWaiting(tx: Tx, accountId: string, photoIds: readonly string[]): Promise<Set<string>> {
  const rows = await tx
    .select({ id: photo.id })
    .from(photo)
    .where(
      and(eq(photo.accountId, accountId), sql`${photo.id} = any(${idArray(photoIds)})`, eq(photo.status, "uploading")),
    );
  return new Set(rows.map((row) => row.id));
}

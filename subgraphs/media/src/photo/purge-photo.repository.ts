import { and, eq, sql } from "drizzle-orm";
import type { Tx } from "@studio/kit/db/database.js";
import { idArray } from "@studio/kit/db/id-array.js";
import { derivative } from "./derivative.table.js";
import { photoMask } from "./photo-mask.table.js";
import { photo } from "./photo.table.js";

/** Where the originals of photos lie, and what was made of them. Nothing more is, until the transaction ends. */
export async function holdObjectKeys(tx: Tx, accountId: string, photoIds: readonly string[]): Promise<string[]> {
  const ids = idArray(photoIds);
  const originals = await tx
    .select({ key: photo.objectKey })
    .from(photo)
    .where(and(eq(photo.accountId, accountId), sql`${photo.id} = any(${ids})`))
    .orderBy(photo.id)
    .for("update");
  const made = await tx
    .select({ key: derivative.objectKey })
    .from(derivative)
    .where(and(eq(derivative.accountId, accountId), sql`${derivative.photoId} = any(${ids})`));
  return [...originals, ...made].flatMap(({ key }) => key ?? []);
}

/** Purges photos whose objects are deleted: nothing is left to find them by. */
export async function purgePhotos(tx: Tx, accountId: string, photoIds: readonly string[], at: Date): Promise<void> {
  const ids = idArray(photoIds);
  await tx.delete(photoMask).where(and(eq(photoMask.accountId, accountId), sql`${photoMask.photoId} = any(${ids})`));
  await tx.delete(derivative).where(and(eq(derivative.accountId, accountId), sql`${derivative.photoId} = any(${ids})`));
  await tx
    .update(photo)
    .set({
      status: "purged",
      objectKey: null,
      originalDigest: null,
      cleanDigest: null,
      recipeHash: null,
      updatedAt: at,
    })
    .where(and(eq(photo.accountId, accountId), sql`${photo.id} = any(${ids})`));
}

import { and, eq, gte, ne } from "drizzle-orm";
import type { Tx } from "@studio/kit/db/database.js";
import { derivative } from "../photo/derivative.table.js";
import { photo } from "../photo/photo.table.js";
import { uploadPart } from "../upload/resumable/upload-part.table.js";
import type { StoredRow } from "./stored-row.repository.js";

/** A photo cannot be used any more: its original, or the version that was made of it, is gone. */
export async function failLostPhoto(
  tx: Tx,
  accountId: string,
  { photoId, kind }: StoredRow,
  updatedAt: Date,
): Promise<boolean> {
  const failed = { status: "failed", failureCode: "BYTES_LOST", updatedAt } as const;
  const rows = await tx
    .update(photo)
    .set(kind === "original" ? { ...failed, objectKey: null, originalDigest: null, cleanDigest: null } : failed)
    .where(and(eq(photo.accountId, accountId), eq(photo.id, photoId), ne(photo.status, "purged")))
    .returning({ id: photo.id });
  return rows.length > 0;
}

/** Whether the derivative was the edited version of its photo; null if its row is gone. */
export async function forgetLostDerivative(tx: Tx, accountId: string, row: StoredRow): Promise<boolean | null> {
  const [gone] = await tx
    .delete(derivative)
    .where(and(eq(derivative.accountId, accountId), eq(derivative.objectKey, row.objectKey)))
    .returning({ recipeHash: derivative.recipeHash });
  if (!gone) return null;
  const isPhoto = and(eq(photo.accountId, accountId), eq(photo.id, row.photoId));
  return (await tx.$count(photo, and(isPhoto, eq(photo.status, "ready"), eq(photo.recipeHash, gone.recipeHash)))) > 0;
}

/** Forgets a part and those that came after it: the client goes on from before it. */
export async function deleteLostParts(tx: Tx, accountId: string, row: StoredRow): Promise<boolean> {
  const ofPhoto = and(eq(uploadPart.accountId, accountId), eq(uploadPart.photoId, row.photoId));
  const [lost] = await tx
    .delete(uploadPart)
    .where(and(ofPhoto, eq(uploadPart.objectKey, row.objectKey)))
    .returning();
  if (!lost) return false;
  await tx.delete(uploadPart).where(and(ofPhoto, gte(uploadPart.startsAt, lost.startsAt)));
  return true;
}

import { and, asc, eq } from "drizzle-orm";
import type { Tx } from "@studio/kit/db/database.js";
import { photo } from "../../photo/photo.table.js";
import { uploadPart, type UploadPartRow } from "./upload-part.table.js";

type PhotoId = { accountId: string; id: string };

/** The parts of an upload that have come in, first to last. They leave no gap. */
export function listParts(tx: Tx, of: PhotoId): Promise<UploadPartRow[]> {
  return tx.select().from(uploadPart).where(isPartOf(of)).orderBy(asc(uploadPart.startsAt));
}

/** Adds a part that begins where the others end. False if they end elsewhere, or the upload is over. */
export async function appendPart(tx: Tx, of: PhotoId, part: UploadPartRow): Promise<boolean> {
  const [open] = await tx
    .select({ id: photo.id })
    .from(photo)
    .where(and(eq(photo.accountId, of.accountId), eq(photo.id, of.id), eq(photo.status, "uploading")))
    .for("update");
  if (!open || endOf(await listParts(tx, of)) !== part.startsAt) return false;
  await tx.insert(uploadPart).values(part);
  return true;
}

/** Forgets an upload's parts. Their objects go first. */
export async function deleteParts(tx: Tx, of: PhotoId): Promise<void> {
  await tx.delete(uploadPart).where(isPartOf(of));
}

/** How many bytes of the file have come in. */
export function endOf(parts: readonly UploadPartRow[]): number {
  const last = parts.at(-1);
  return last ? last.startsAt + last.bytes : 0;
}

function isPartOf({ accountId, id }: PhotoId) {
  return and(eq(uploadPart.accountId, accountId), eq(uploadPart.photoId, id));
}

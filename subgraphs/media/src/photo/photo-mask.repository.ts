import { and, eq } from "drizzle-orm";
import { open, seal } from "@studio/kit/crypto/seal.js";
import type { Tx } from "@studio/kit/db/database.js";
import type { SubjectMask } from "../imaging/background-removal/background-remover.js";
import { decodeMask, encodeMask } from "../imaging/find-subject.js";
import { photoMask } from "./photo-mask.table.js";

interface PhotoId {
  accountId: string;
  id: string;
}

/** The photo's mask, opened, or null while it has none. @throws SealBroken */
export async function findMask(tx: Tx, photo: PhotoId, key: Buffer): Promise<SubjectMask | null> {
  const { accountId, id } = photo;
  const [row] = await tx
    .select()
    .from(photoMask)
    .where(and(eq(photoMask.accountId, accountId), eq(photoMask.photoId, id)));
  return row ? decodeMask(open(key, row.sealed, placeOf(photo)), row.removerVersion) : null;
}

/** Keeps the photo's mask unless it has one. */
export async function insertMask(
  tx: Tx,
  photo: PhotoId,
  key: Buffer,
  { mask, createdAt }: { mask: SubjectMask; createdAt: Date },
): Promise<void> {
  const sealed = seal(key, await encodeMask(mask), placeOf(photo));
  const { removerVersion } = mask;
  await tx
    .insert(photoMask)
    .values({ accountId: photo.accountId, photoId: photo.id, sealed, removerVersion, createdAt })
    .onConflictDoNothing();
}

function placeOf({ accountId, id }: PhotoId): string {
  return `mask:${accountId}:${id}`;
}

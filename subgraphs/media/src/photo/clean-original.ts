import { cleanImage } from "../imaging/clean-image.js";
import { yieldToRequests } from "../imaging/image-threads.js";
import { readOriginal, type MakingServices, type OpenedPhoto } from "../derivative/make-derivative.js";
import { sealedStore } from "../storage/sealed-store.js";
import { cleanKey, uploadedPrefix } from "./object-keys.js";
import { replaceUploaded } from "./clean-original.repository.js";
import type { PhotoRow } from "./photo.table.js";

/** What cleaning an original needs of the services. */
export type CleaningServices = Pick<MakingServices, "db" | "objects">;

/**
 * The photo's clean original: the one that is kept, or one that takes the uploaded file's place now (P04). Runs any
 * number of times, also at once or after a crash at any point, with one result. The uploaded file itself stays, shown
 * to nobody, until `discardUploaded`.
 * @returns null if the photo was purged meanwhile
 * @throws ImageRefused, ObjectNotFound, ObjectCorrupt
 */
export async function cleanOriginal(services: CleaningServices, opened: OpenedPhoto): Promise<Buffer | null> {
  const { photo, key } = opened;
  const original = await readOriginal(services, opened);
  if (photo.cleanDigest !== null) return original;
  yieldToRequests();
  const { bytes, sha256: cleanDigest } = await cleanImage(original, photo.format!);
  const objectKey = cleanKey(photo.objectKey!, cleanDigest);
  await sealedStore(services.objects, key).put(objectKey, bytes, { contentType: `image/${photo.format}` });
  const clean = { objectKey, cleanDigest, bytes: bytes.length };
  if (await services.db.inAccount(photo.accountId, (tx) => replaceUploaded(tx, photo, clean))) return bytes;
  await services.objects.delete(objectKey);
  return null;
}

/** Deletes whatever was uploaded for a photo. What is kept of it lies elsewhere, if anything is. */
export async function discardUploaded(
  { objects }: Pick<CleaningServices, "objects">,
  { objectKey }: Pick<PhotoRow, "objectKey">,
): Promise<void> {
  if (objectKey === null) return;
  const uploaded = await objects.list({ prefix: uploadedPrefix(objectKey) });
  for (const { key } of uploaded.objects) await objects.delete(key);
}

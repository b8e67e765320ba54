import { posix } from "node:path";

/** How the keys of unsealed originals begin. */
export const QUARANTINE = "quarantine/";

interface PhotoKey {
  accountId: string;
  contactId: string;
  id: string;
}

/** Where an uploaded file lies. Each attempt has its own place, so that a second upload cannot touch the first. */
export function originalKey(photo: PhotoKey, attemptId: string): string {
  return `${folderOf(photo)}/original-${attemptId}`;
}

/** How the keys of a photo's uploaded files begin, wherever its original lies by now. */
export function uploadedPrefix(objectKey: string): string {
  return `${posix.dirname(objectKey)}/original-`;
}

/** Where a clean original lies: beside the uploaded file, named by its content, so that a repetition writes the same. */
export function cleanKey(uploadedKey: string, digest: string): string {
  return `${posix.dirname(uploadedKey)}/clean-${digest}`;
}

/** Where a derivative lies: named by recipe and content, so that making it again writes the same object. */
export function derivativeKey(photo: PhotoKey, recipeHash: string, digest: string): string {
  return `${folderOf(photo)}/${recipeHash}-${digest}`;
}

/** Where a client of the bucket puts an original that nobody has looked at yet: unsealed, so it stays for minutes. */
export function quarantineKey({ accountId, id }: Pick<PhotoKey, "accountId" | "id">): string {
  return `${QUARANTINE}${accountId}/${id}`;
}

/** Where a part of a resumable upload lies, until the upload is whole. */
export function partKey(photo: PhotoKey, startsAt: number, attemptId: string): string {
  return `${folderOf(photo)}/part-${startsAt}-${attemptId}`;
}

function folderOf({ accountId, contactId, id }: PhotoKey): string {
  return `${accountId}/${contactId}/${id}`;
}

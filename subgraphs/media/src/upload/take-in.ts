import { createHash } from "node:crypto";
import { buffer } from "node:stream/consumers";
import type { ContactViewer } from "@studio/kit/auth/viewer.js";
import { changeState } from "@studio/kit/db/change.js";
import { newId } from "@studio/kit/id.js";
import { toGlobalId } from "@studio/kit/paging/global-id.js";
import type { MediaServices } from "../context.js";
import { HttpRefusal } from "../http-refusal.js";
import type { InspectedImage } from "../imaging/inspect-image.js";
import { isRefused, lockDuplicate } from "../photo/duplicate-photo.repository.js";
import { originalKey } from "../photo/object-keys.js";
import { photoKey } from "../photo/photo-key.js";
import { whatToDoInstead } from "../photo/photo.policy.js";
import { acceptOriginal, findPhoto } from "../photo/photo.repository.js";
import type { PhotoRow } from "../photo/photo.table.js";
import { PROCESS_PHOTO, type ProcessPhotoJob } from "../photo/process-photo.job.js";
import { ContactKeyGone } from "../published/contact-key.js";
import { findPublishedContacts } from "../published/published-contact.js";
import type { ObjectBody } from "../storage/object-store.js";
import { sealedStore } from "../storage/sealed-store.js";
import { inspectUpload } from "./inspect-upload.js";
import type { UploadGrant } from "./upload-links.js";

/** What taking a file in needs of the services. */
export type TakingServices = Pick<MediaServices, "db" | "clock" | "wake" | "objects" | "uploadLoad"> & {
  jobs: Pick<MediaServices["jobs"], "enqueue">;
};

/** A photo that waits for its original, and the data key to seal it with. */
export interface OpenUpload {
  photo: PhotoRow;
  key: Buffer;
}

/** The upload that a link is for, while it may be used. @throws HttpRefusal 403, 404, 409 */
export async function findOpenUpload(
  { db, keys }: Pick<MediaServices, "db" | "keys">,
  { accountId, photoId }: UploadGrant,
): Promise<OpenUpload> {
  return db.inAccount(accountId, async (tx) => {
    const photo = await findPhoto(tx, accountId, photoId);
    if (!photo) throw notThere();
    if (photo.status !== "uploading") throw alreadyUsed();
    const [contact] = await findPublishedContacts(tx, accountId, [photo.contactId]);
    if (contact?.restricted) throw restricted();
    try {
      return { photo, key: await photoKey(tx, keys, photo) };
    } catch (error) {
      throw error instanceof ContactKeyGone ? notThere() : error;
    }
  });
}

/** @throws HttpRefusal 409 once the photo does not wait for its original any more */
export async function refuseUsed({ db }: MediaServices, { accountId, photoId }: UploadGrant): Promise<void> {
  const photo = await db.inAccount(accountId, (tx) => findPhoto(tx, accountId, photoId));
  if (photo && photo.status !== "uploading") throw alreadyUsed();
}

/**
 * Takes an original in, however its bytes came: seals them under the contact's data key as they come (P28), proves
 * that they are the photo that was announced, and leaves the photo processing. Whatever is refused leaves nothing
 * behind. @throws HttpRefusal
 */
export async function takeIn(
  services: TakingServices,
  grant: UploadGrant,
  { photo, key }: OpenUpload,
  body: ObjectBody,
): Promise<void> {
  const objectKey = originalKey(photo, newId());
  const store = sealedStore(services.objects, key);
  await store.put(objectKey, body, { contentType: grant.contentType });
  try {
    const inspected = await services.uploadLoad.inspect(async () => {
      const bytes = await buffer((await store.get(objectKey)).body);
      checkDigest(bytes, grant.sha256);
      return inspectUpload(bytes, grant.contentType);
    });
    await accept(services, grant, photo, { inspected, objectKey });
  } catch (error) {
    // After any other error the row may name the object all the same; if none does, the reconciler deletes it.
    if (error instanceof HttpRefusal) await services.objects.delete(objectKey);
    throw error;
  }
}

function checkDigest(bytes: Buffer, announced: string | null): void {
  if (announced === null || createHash("sha256").update(bytes).digest("hex") === announced) return;
  const message = "The file that came in is not the one that was announced. Upload it again.";
  throw new HttpRefusal(400, "CHECKSUM_MISMATCH", message);
}

function accept(
  services: TakingServices,
  grant: UploadGrant,
  photo: PhotoRow,
  original: { inspected: InspectedImage; objectKey: string },
): Promise<void> {
  const { accountId, contactId, studioId } = photo;
  const viewer: ContactViewer = { kind: "contact", accountId, contactId, studioId, sessionId: grant.sessionId };
  const requestId = newId();
  return changeState({ ...services, viewer, accountId, requestId }, async (change) => {
    const duplicate = await lockDuplicate(change.tx, photo, original.inspected.sha256);
    if (duplicate) throw alreadyThere(duplicate, await isRefused(change.tx, duplicate));
    const accepted = await acceptOriginal(change.tx, photo, { ...original, at: services.clock.now() });
    if (!accepted) throw alreadyUsed();
    const job: ProcessPhotoJob = { accountId, photoId: photo.id, requestId };
    await services.jobs.enqueue(change.tx, PROCESS_PHOTO, job);
    change.audit({ action: "photo.uploaded", subjectType: "Photo", subjectId: photo.id });
  });
}

function notThere(): HttpRefusal {
  return new HttpRefusal(404, "NOT_FOUND", "There is no such upload. Ask for a new link.");
}

function restricted(): HttpRefusal {
  const message = "Processing of your data is restricted as you asked, so no photo can be taken in.";
  return new HttpRefusal(403, "PROCESSING_RESTRICTED", message);
}

function alreadyUsed(): HttpRefusal {
  return new HttpRefusal(409, "LINK_USED", "This link has been used. Ask for a new one to upload another photo.");
}

function alreadyThere(photo: PhotoRow, refused: boolean): HttpRefusal {
  const message = whatToDoInstead(refused);
  return new HttpRefusal(409, "DUPLICATE_PHOTO", message, { details: { photoId: toGlobalId("Photo", photo.id) } });
}

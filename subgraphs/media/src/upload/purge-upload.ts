import { after } from "@studio/kit/clock.js";
import { changeState } from "@studio/kit/db/change.js";
import { newId } from "@studio/kit/id.js";
import type { MediaServices } from "../context.js";
import { quarantineKey } from "../photo/object-keys.js";
import { findPhoto, giveUpUpload } from "../photo/photo.repository.js";
import { purgeEmptyDraft } from "../submission/purge-empty-draft.js";
import { PURGE_UPLOAD, UPLOAD_KEPT_MS, type PurgeUploadJob } from "./purge-upload.job.js";
import { discardParts } from "./resumable/discard-parts.js";

/** What the job needs of the services. */
export type PurgingServices = Pick<MediaServices, "db" | "clock" | "wake" | "objects" | "jobs">;

/**
 * Removes an upload that was not completed within 24 hours, and what was sent of it (P26). The photo is purged first,
 * so that nothing more comes in; run again after a crash, it goes on. Of a completed upload only leftovers go.
 */
export async function purgeUpload(services: PurgingServices, { accountId, photoId }: PurgeUploadJob): Promise<void> {
  const { db, clock, wake, jobs, objects } = services;
  const photo = await db.inAccount(accountId, (tx) => findPhoto(tx, accountId, photoId));
  if (!photo) return;
  const due = after(photo.createdAt, UPLOAD_KEPT_MS);
  if (clock.now() < due) {
    const again: PurgeUploadJob = { accountId, photoId };
    return db.inAccount(accountId, (tx) => jobs.enqueue(tx, PURGE_UPLOAD, again, { startAfter: due }));
  }
  const viewer = { kind: "system", part: PURGE_UPLOAD } as const;
  const scope = { db, clock, wake, viewer, accountId, requestId: newId() };
  await changeState<void>(scope, async (change) => {
    if (!(await giveUpUpload(change.tx, photo, clock.now()))) return change.abandon();
    change.audit({ action: "photo.upload_purged", subjectType: "Photo", subjectId: photoId });
    await purgeEmptyDraft(change, photo);
  });
  await discardParts(services, photo);
  await objects.delete(quarantineKey(photo));
}

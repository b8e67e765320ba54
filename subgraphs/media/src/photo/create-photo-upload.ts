import type { ContactViewer } from "@studio/kit/auth/viewer.js";
import { after } from "@studio/kit/clock.js";
import { changeState, type Change } from "@studio/kit/db/change.js";
import { notFound } from "@studio/kit/error/codes.js";
import { newId } from "@studio/kit/id.js";
import { fromGlobalId } from "@studio/kit/paging/global-id.js";
import { holdRemovals, isBeingRemoved } from "../collection/removal-set.repository.js";
import { changeScope, type MediaContext } from "../context.js";
import { isTakingPhotos } from "../studio/studio-intake.policy.js";
import { lockOwnSubmission } from "../submission/own-submission.js";
import { countShots, insertDraft, insertShot } from "../submission/submission.repository.js";
import type { SubmissionRow } from "../submission/submission.table.js";
import { Submission } from "../submission/submission.type.js";
import { offerUpload } from "../upload/offer-upload.js";
import { PURGE_UPLOAD, UPLOAD_KEPT_MS, type PurgeUploadJob } from "../upload/purge-upload.job.js";
import { findDuplicate, isRefused, takeTurn } from "./duplicate-photo.repository.js";
import { DuplicatePhoto, UploadRefused } from "./photo-upload.errors.js";
import type { CreatePhotoUploadInput } from "./photo-upload.input.js";
import { CreatePhotoUploadPayload } from "./photo-upload.result.js";
import { MAX_OPEN_UPLOADS, refuseShot, refuseUploading } from "./photo.policy.js";
import { countOpenUploads, insertPhoto } from "./photo.repository.js";
import type { PhotoRow } from "./photo.table.js";
import { Photo } from "./photo.type.js";

interface OpenedUpload {
  photo: PhotoRow;
  submission: SubmissionRow;
}

/**
 * Opens an upload: a photo that waits for its original, and the link to send it to. It is the first shot of a new
 * submission, or one more of the contact's own.
 * @throws NOT_FOUND if the submission is not the contact's own, in this studio
 */
export async function createPhotoUpload(
  context: MediaContext,
  viewer: ContactViewer,
  { contentType, bytes, sha256 = null, submissionId }: CreatePhotoUploadInput,
): Promise<CreatePhotoUploadPayload | DuplicatePhoto | UploadRefused> {
  const [contact, studio] = await Promise.all([
    context.loaders.publishedContact.load(viewer.contactId),
    context.loaders.publishedStudio.load(viewer.studioId),
  ]);
  const studioOpen = isTakingPhotos(studio, context.services.clock.now());
  const refusal = refuseUploading({
    contentType,
    bytes,
    sha256,
    studioOpen,
    restricted: contact?.restricted !== false,
  });
  if (refusal) return new UploadRefused(refusal);
  const duplicate = sha256 === null ? null : await findDuplicateOf(context, viewer, sha256);
  if (duplicate) return duplicate;
  const opened = await openUpload(context, viewer, submissionId ?? null);
  if (opened instanceof UploadRefused) return opened;
  const { sessionId } = viewer;
  const offer = await offerUpload(context.services, opened.photo, { sessionId, contentType, bytes, sha256 });
  const [photo, submission] = [new Photo(opened.photo), new Submission(opened.submission)];
  return new CreatePhotoUploadPayload({ photo, submission, ...offer });
}

function findDuplicateOf(
  { services }: MediaContext,
  viewer: ContactViewer,
  sha256: string,
): Promise<DuplicatePhoto | null> {
  return services.db.inAccount(viewer.accountId, async (tx) => {
    const photo = await findDuplicate(tx, viewer, sha256);
    return photo && new DuplicatePhoto(new Photo(photo), await isRefused(tx, photo));
  });
}

function openUpload(
  context: MediaContext,
  viewer: ContactViewer,
  ofSubmission: string | null,
): Promise<OpenedUpload | UploadRefused> {
  const { accountId, contactId, studioId } = viewer;
  const { clock, uploadLinks, jobs } = context.services;
  const createdAt = clock.now();
  const uploadExpiresAt = uploadLinks.expiry("whole");
  const owner = { accountId, contactId, studioId, createdAt };
  return changeState<OpenedUpload | UploadRefused>(changeScope(context, accountId), async (change) => {
    const row = { ...owner, id: newId(), status: "uploading", uploadExpiresAt, updatedAt: createdAt } as const;
    change.audit({ action: "photo.upload_opened", subjectType: "Photo", subjectId: row.id });
    const began =
      ofSubmission === null
        ? await refuseAnother(change, viewer)
        : await lockOpenSubmission(change, viewer, ofSubmission);
    if (began instanceof UploadRefused) return change.abandon(began);
    const photo = await insertPhoto(change.tx, row);
    const purge: PurgeUploadJob = { accountId, photoId: photo.id };
    await jobs.enqueue(change.tx, PURGE_UPLOAD, purge, { startAfter: after(createdAt, UPLOAD_KEPT_MS) });
    if (began) await insertShot(change.tx, began, photo.id);
    return { photo, submission: began ?? (await beginSubmission(change, photo)) };
  });
}

/** Each begun submission is a row and an event, so a contact who uploads nothing begins a few only. */
async function refuseAnother({ tx }: Change, viewer: ContactViewer): Promise<UploadRefused | null> {
  await takeTurn(tx, viewer);
  const open = await countOpenUploads(tx, viewer);
  return open >= MAX_OPEN_UPLOADS ? new UploadRefused("TOO_MANY_OPEN_UPLOADS") : null;
}

async function lockOpenSubmission(
  { tx }: Change,
  viewer: ContactViewer,
  globalId: string,
): Promise<SubmissionRow | UploadRefused> {
  const id = fromGlobalId("Submission", globalId);
  await holdRemovals(tx, viewer.studioId);
  const submission = await lockOwnSubmission(tx, viewer, id, "Mutation.createPhotoUpload");
  if (submission.studioId !== viewer.studioId) throw notFound("submission");
  const refusal = refuseShot({
    status: submission.status,
    shots: await countShots(tx, submission),
    beingRemoved: await isBeingRemoved(tx, submission),
  });
  return refusal ? new UploadRefused(refusal) : submission;
}

async function beginSubmission({ tx, audit, emit }: Change, photo: PhotoRow): Promise<SubmissionRow> {
  const { accountId, contactId, studioId, id: photoId, createdAt } = photo;
  const submissionId = newId();
  const draft = await insertDraft(tx, { accountId, id: submissionId, contactId, studioId, photoId, createdAt });
  audit({ action: "submission.created", subjectType: "Submission", subjectId: submissionId });
  emit({ type: "submission.created", ids: { submissionId, contactId, studioId, photoId } });
  return draft;
}

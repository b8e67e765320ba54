import { changeState } from "@studio/kit/db/change.js";
import type { MediaServices } from "../context.js";
import { BackgroundRemovalFailed } from "../imaging/background-removal/background-remover.js";
import { ImageRefused } from "../imaging/image-refusal.js";
import { StorageAway, StorageFull } from "../storage/storage.errors.js";
import { ContactKeyGone } from "../published/contact-key.js";
import { findSubmissionOfShot, openForReview } from "../submission/submission.repository.js";
import { discardUploaded } from "./clean-original.js";
import { forgetUploaded } from "./clean-original.repository.js";
import { editPhoto, type EditingServices } from "./edit-photo.js";
import { PhotoFailed, type PhotoFailure } from "./photo-failure.js";
import { MAX_ATTEMPTS } from "./photo.policy.js";
import { countAttempt, finishProcessing } from "./photo.repository.js";
import type { PhotoRow } from "./photo.table.js";
import { PROCESS_PHOTO, type ProcessPhotoJob } from "./process-photo.job.js";

/** What the job needs of the services. */
export type ProcessingServices = EditingServices & Pick<MediaServices, "wake">;

/** How processing ended: the recipe of the edited version, or why there is none. */
type Outcome = { recipeHash: string } | { failureCode: PhotoFailure };

/**
 * Edits an uploaded original by its studio's recipes and leaves the photo ready, or failed for a reason. What is left
 * of the original is clean, and nothing of it where it could not be cleaned.
 * Runs any number of times, also at once or after a crash at any point, with one result. A thrown error means that
 * another try may succeed.
 */
export async function processPhoto(services: ProcessingServices, job: ProcessPhotoJob): Promise<void> {
  const photo = await services.db.inAccount(job.accountId, (tx) =>
    countAttempt(tx, { accountId: job.accountId, id: job.photoId }),
  );
  if (!photo) return;
  const outcome = await tryEditing(services, photo);
  if (!outcome) return;
  if (!isFrozen(outcome)) await discardUploaded(services, photo);
  await finish(services, job, photo, outcome);
}

/** Under a restriction the person's data is kept as it is (GDPR art. 18): also an uploaded file that nobody is shown. */
function isFrozen(outcome: Outcome): boolean {
  return "failureCode" in outcome && outcome.failureCode === "PROCESSING_RESTRICTED";
}

async function tryEditing(services: ProcessingServices, photo: PhotoRow): Promise<Outcome | null> {
  try {
    if (photo.attempts > MAX_ATTEMPTS) return giveUp(photo);
    const recipeHash = await editPhoto(services, photo);
    return recipeHash === null ? null : { recipeHash };
  } catch (error) {
    const failureCode = failureOf(error, photo.attempts);
    if (isOfTheStore(error)) await services.db.inAccount(photo.accountId, (tx) => countAttempt(tx, photo, -1));
    if (failureCode === null) throw error;
    return { failureCode };
  }
}

/** The edited version is what counts: where it is there, the photo is ready, and the rest is made when it is asked for. */
function giveUp({ recipeHash }: PhotoRow): Outcome {
  return recipeHash === null ? { failureCode: "INTERRUPTED" } : { recipeHash };
}

/** Writes the outcome, unless another run of the same job was first. */
async function finish(
  services: ProcessingServices,
  job: ProcessPhotoJob,
  photo: PhotoRow,
  outcome: Outcome,
): Promise<void> {
  const { accountId, id: photoId, contactId, studioId } = photo;
  const { db, clock, wake } = services;
  const viewer = { kind: "system", part: PROCESS_PHOTO } as const;
  await changeState<void>({ db, clock, wake, viewer, accountId, requestId: job.requestId }, async (change) => {
    const { tx } = change;
    if (!(await finishProcessing(tx, photo, outcome, clock.now()))) return change.abandon();
    const failed = "failureCode" in outcome;
    if (failed && !isFrozen(outcome)) await forgetUploaded(tx, photo);
    const opened = failed ? null : await openForReview(tx, accountId, photoId);
    const submission = opened ?? (await findSubmissionOfShot(tx, accountId, photoId));
    const action = failed ? "photo.failed" : "photo.ready";
    change.audit({ action, subjectType: "Photo", subjectId: photoId, ...(failed && { reason: outcome.failureCode }) });
    if (opened)
      change.audit({ action: "submission.opened_for_review", subjectType: "Submission", subjectId: opened.id });
    change.emit({
      type: action,
      ids: { photoId, contactId, studioId, ...(submission && { submissionId: submission.id }) },
    });
  });
}

/** What lies in the store and not in the photo costs no attempt: the photo waits for the store. */
function isOfTheStore(error: unknown): boolean {
  return error instanceof StorageAway || error instanceof StorageFull;
}

function failureOf(error: unknown, attempts: number): PhotoFailure | null {
  if (error instanceof PhotoFailed) return error.code;
  if (error instanceof ContactKeyGone) return "CONTACT_ERASED";
  if (error instanceof ImageRefused) return "UNREADABLE";
  const isLast = error instanceof BackgroundRemovalFailed && error.code !== "CLOSED" && attempts === MAX_ATTEMPTS;
  return isLast ? "BACKGROUND_REMOVAL_FAILED" : null;
}

import { buffer } from "node:stream/consumers";
import { changeState } from "@studio/kit/db/change.js";
import type { MediaServices } from "../context.js";
import { BackgroundRemovalFailed, type BackgroundRemover } from "../imaging/background-removal/background-remover.js";
import { findSubject } from "../imaging/find-subject.js";
import { ImageRefused } from "../imaging/image-refusal.js";
import { recipeHash, recipeSchema, type Recipe } from "../imaging/recipe.js";
import { renderPortrait } from "../imaging/render-portrait.js";
import { ContactKeyGone } from "../published/contact-key.js";
import { findPublishedContacts } from "../published/published-contact.js";
import { findPublishedStudio } from "../published/published-studio.js";
import { sealedStore } from "../storage/sealed-store.js";
import { findSubmissionOfPhoto, openForReview } from "../submission/submission.repository.js";
import type { DerivativeRow } from "./derivative.table.js";
import { derivativeKey } from "./object-keys.js";
import type { PhotoFailure } from "./photo-failure.js";
import { MAX_ATTEMPTS } from "./photo.policy.js";
import { countAttempt, findDerivativeByRecipe, finishProcessing, insertDerivative } from "./photo.repository.js";
import { photoKey } from "./photo-key.js";
import type { PhotoRow } from "./photo.table.js";
import { PROCESS_PHOTO, type ProcessPhotoJob } from "./process-photo.job.js";

/** What the job needs of the services. */
export type ProcessingServices = Pick<MediaServices, "db" | "clock" | "wake" | "objects" | "keys">;

/** Why a photo cannot become a headshot, however often it is tried. */
class PhotoFailed extends Error {
  constructor(readonly code: PhotoFailure) {
    super(code);
  }
}

/**
 * Edits an uploaded original by its studio's recipe and leaves the photo ready, or failed for a reason.
 * Runs any number of times, also at once or after a crash at any point, with one result. A thrown error means that
 * another try may succeed.
 */
export async function processPhoto(
  services: ProcessingServices,
  remover: BackgroundRemover,
  job: ProcessPhotoJob,
): Promise<void> {
  const { db } = services;
  const photo = await db.inAccount(job.accountId, (tx) =>
    countAttempt(tx, { accountId: job.accountId, id: job.photoId }),
  );
  if (!photo) return;
  try {
    if (photo.attempts > MAX_ATTEMPTS) throw new PhotoFailed("INTERRUPTED");
    await finish(services, job, photo, await edit(services, remover, photo));
  } catch (error) {
    const code = failureOf(error, photo.attempts);
    if (code === null) throw error;
    await finish(services, job, photo, code);
  }
}

/** The derivative by the studio's recipe: made now, or found where an earlier run got as far. */
async function edit(services: ProcessingServices, remover: BackgroundRemover, photo: PhotoRow): Promise<DerivativeRow> {
  const { key, recipe, made } = await loadTask(services, photo);
  if (made) return made;
  const store = sealedStore(services.objects, key);
  const original = await store.get(photo.objectKey!);
  const bytes = await buffer(original.body);
  const mask = await findSubject(bytes, remover);
  const portrait = await renderPortrait(bytes, mask, recipe);
  const { width, height, contentType, sha256: digest } = portrait;
  const { removerVersion } = mask;
  const objectKey = derivativeKey(photo, portrait.recipeHash, digest);
  await store.put(objectKey, portrait.bytes, { contentType });
  const derivative: DerivativeRow = {
    accountId: photo.accountId,
    photoId: photo.id,
    recipeHash: portrait.recipeHash,
    digest,
    width,
    height,
    contentType,
    objectKey,
    removerVersion,
    bytes: portrait.bytes.length,
    createdAt: services.clock.now(),
  };
  // Kept apart from the outcome, so that a run that ends here leaves its work to the next one.
  await services.db.inAccount(photo.accountId, (tx) => insertDerivative(tx, derivative));
  return derivative;
}

async function loadTask({ db, keys }: ProcessingServices, photo: PhotoRow) {
  const { accountId, id, contactId, studioId } = photo;
  return db.inAccount(accountId, async (tx) => {
    const [contact] = await findPublishedContacts(tx, accountId, [contactId]);
    if (contact?.restricted) throw new PhotoFailed("PROCESSING_RESTRICTED");
    const key = await photoKey(tx, keys, photo);
    const recipe = readRecipe((await findPublishedStudio(tx, accountId, studioId))?.recipe);
    return { key, recipe, made: await findDerivativeByRecipe(tx, accountId, id, recipeHash(recipe)) };
  });
}

function readRecipe(stored: unknown): Recipe {
  const recipe = recipeSchema.safeParse(stored);
  if (!recipe.success) throw new PhotoFailed("STUDIO_NOT_SET_UP");
  return recipe.data;
}

/** Writes the outcome, unless another run of the same job was first. */
async function finish(
  services: ProcessingServices,
  job: ProcessPhotoJob,
  photo: PhotoRow,
  outcome: DerivativeRow | PhotoFailure,
): Promise<void> {
  const { accountId, id: photoId, contactId, studioId } = photo;
  const { db, clock, wake } = services;
  const viewer = { kind: "system", part: PROCESS_PHOTO } as const;
  await changeState<void>({ db, clock, wake, viewer, accountId, requestId: job.requestId }, async (change) => {
    const { tx } = change;
    const failed = typeof outcome === "string";
    const columns = failed ? { failureCode: outcome } : { recipeHash: outcome.recipeHash };
    if (!(await finishProcessing(tx, photo, columns, clock.now()))) return change.abandon();
    const submission = await (failed ? findSubmissionOfPhoto : openForReview)(tx, accountId, photoId);
    const action = failed ? "photo.failed" : "photo.ready";
    change.audit({ action, subjectType: "Photo", subjectId: photoId, ...(failed && { reason: outcome }) });
    if (submission && !failed)
      change.audit({ action: "submission.opened_for_review", subjectType: "Submission", subjectId: submission.id });
    change.emit({
      type: action,
      ids: { photoId, contactId, studioId, ...(submission && { submissionId: submission.id }) },
    });
  });
}

function failureOf(error: unknown, attempts: number): PhotoFailure | null {
  if (error instanceof PhotoFailed) return error.code;
  if (error instanceof ContactKeyGone) return "CONTACT_ERASED";
  if (error instanceof ImageRefused) return "UNREADABLE";
  const isLast = error instanceof BackgroundRemovalFailed && error.code !== "CLOSED" && attempts === MAX_ATTEMPTS;
  return isLast ? "BACKGROUND_REMOVAL_FAILED" : null;
}

import { changeState } from "@studio/kit/db/change.js";
import type { MediaServices } from "../context.js";
import { ImageRefused } from "../imaging/image-refusal.js";
import type { Recipe } from "../imaging/recipe.js";
import { photoKey } from "../photo/photo-key.js";
import type { PhotoRow } from "../photo/photo.table.js";
import { ContactKeyGone } from "../published/contact-key.js";
import { findPublishedContacts } from "../published/published-contact.js";
import { ObjectCorrupt, ObjectNotFound } from "../storage/storage.errors.js";
import { APPLY_RECIPE, type ApplyRecipeJob } from "./apply-recipe.job.js";
import { MAX_RUN_ATTEMPTS } from "./derivative-recipe.policy.js";
import { findRecipe } from "./derivative-recipe.repository.js";
import { countPhoto, countRunAttempt, finishRun, nextPhotos, type PhotoOutcome } from "./derivative-run.repository.js";
import type { DerivativeRunRow } from "./derivative-run.table.js";
import { ensureDerivative, type MakingServices } from "./make-derivative.js";

export type ApplyingServices = MakingServices &
  Pick<MediaServices, "keys" | "wake"> & { jobs: Pick<MediaServices["jobs"], "enqueue"> };

/** Photos that one job deals with, so that none runs long; what is left goes to another job. */
const PHOTOS_A_JOB = 10;

const ENDS = { complete: "derivative_run.completed", failed: "derivative_run.failed" } as const;

/**
 * Makes a recipe's headshot of the run's next photos, then hands on to the next job, or completes the run. Runs any
 * number of times, also after a crash at any point: a photo is made once and counted once. A run that several jobs in
 * a row, or their crashes, took no further ends as failed.
 */
export async function applyRecipe(services: ApplyingServices, job: ApplyRecipeJob): Promise<void> {
  const { accountId, runId } = job;
  const { run, recipe, photos } = await services.db.inAccount(accountId, async (tx) => {
    const found = await countRunAttempt(tx, accountId, runId);
    if (!found) return { run: null, recipe: null, photos: [] };
    return {
      run: found,
      recipe: await findRecipe(tx, accountId, found.recipeId),
      photos: await nextPhotos(tx, found, PHOTOS_A_JOB),
    };
  });
  if (!run || !recipe) return;
  if (run.attempts > MAX_RUN_ATTEMPTS) return finish(services, job, run, "failed");
  for (const photo of photos) await applyTo(services, run, recipe.recipe, photo);
  if (photos.length < PHOTOS_A_JOB) return finish(services, job, run, "complete");
  await services.db.inAccount(accountId, (tx) => services.jobs.enqueue(tx, APPLY_RECIPE, job));
}

async function applyTo(
  services: ApplyingServices,
  run: DerivativeRunRow,
  recipe: Recipe,
  photo: PhotoRow,
): Promise<void> {
  const outcome = await tryMaking(services, recipe, photo);
  await services.db.inAccount(photo.accountId, (tx) => countPhoto(tx, run, photo.id, outcome));
}

/** What lies in the photo is counted; anything else is thrown, and the job tries again. */
async function tryMaking(services: ApplyingServices, recipe: Recipe, photo: PhotoRow): Promise<PhotoOutcome> {
  try {
    const key = await services.db.inAccount(photo.accountId, async (tx) => {
      const [contact] = await findPublishedContacts(tx, photo.accountId, [photo.contactId]);
      return contact?.restricted === false ? photoKey(tx, services.keys, photo) : null;
    });
    if (!key) return "skipped";
    return (await ensureDerivative(services, { photo, key }, recipe)) ? "made" : "skipped";
  } catch (error) {
    if (error instanceof ContactKeyGone) return "skipped";
    if (error instanceof ImageRefused || error instanceof ObjectNotFound || error instanceof ObjectCorrupt)
      return "failed";
    throw error;
  }
}

/** The run's end, in the audit trail of the request that began it. */
async function finish(
  services: ApplyingServices,
  job: ApplyRecipeJob,
  run: DerivativeRunRow,
  status: "complete" | "failed",
): Promise<void> {
  const { db, clock, wake } = services;
  const viewer = { kind: "system", part: APPLY_RECIPE } as const;
  const { accountId, requestId } = job;
  await changeState<void>({ db, clock, wake, viewer, accountId, requestId }, async ({ tx, audit, abandon }) => {
    if (!(await finishRun(tx, run, { status, finishedAt: clock.now() }))) return abandon();
    audit({ action: ENDS[status], subjectType: "DerivativeRun", subjectId: run.id });
  });
}

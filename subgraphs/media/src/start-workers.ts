import { TRIES_FOR_A_DAY } from "@studio/kit/jobs/jobs.js";
import { PURGE_COLLECTION, type PurgeCollectionJob } from "./collection/purge-collection.job.js";
import { purgeCollection } from "./collection/purge-collection.js";
import type { MediaServices } from "./context.js";
import { APPLY_RECIPE, type ApplyRecipeJob } from "./derivative/apply-recipe.job.js";
import { applyRecipe } from "./derivative/apply-recipe.js";
import { EDITED_AT_ONCE } from "./imaging/image-threads.js";
import { cleanOriginals } from "./photo/clean-originals.js";
import { CLEAN_ORIGINALS } from "./photo/clean-originals.job.js";
import { PROCESS_PHOTO, type ProcessPhotoJob } from "./photo/process-photo.job.js";
import { processPhoto } from "./photo/process-photo.js";
import { RECONCILE_AT, RECONCILE_STORAGE } from "./reconciler/reconcile-storage.job.js";
import { reconcileStorage } from "./reconciler/reconcile-storage.js";
import { PURGE_UPLOAD, type PurgeUploadJob } from "./upload/purge-upload.job.js";
import { purgeUpload } from "./upload/purge-upload.js";

/** The store may be away for hours: what is to be edited or removed waits for it. */
const PATIENT = { retryLimit: TRIES_FOR_A_DAY };
/** What goes through a large store takes hours. */
const LONG = { expireInSeconds: 6 * 60 * 60 };
/** A check that failed has the next night. */
const RECONCILING = { ...LONG, retryLimit: 1 };

/** Takes up the jobs of this process. The queue lies in the database: only photos in work are in memory. */
export async function startWorkers(services: MediaServices): Promise<void> {
  const edit = (job: ProcessPhotoJob) => processPhoto(services, job);
  await services.jobs.work(PROCESS_PHOTO, edit, { ...PATIENT, concurrency: EDITED_AT_ONCE });
  const apply = (job: ApplyRecipeJob) => applyRecipe(services, job);
  await services.jobs.work(APPLY_RECIPE, apply);
  await services.jobs.work(PURGE_UPLOAD, (job: PurgeUploadJob) => purgeUpload(services, job), PATIENT);
  const remove = (job: PurgeCollectionJob) => purgeCollection(services, job);
  await services.jobs.work(PURGE_COLLECTION, remove, { ...PATIENT, expireInSeconds: 60 * 60 });
  await services.jobs.work(RECONCILE_STORAGE, async () => void (await reconcileStorage(services)), RECONCILING);
  await services.jobs.work(CLEAN_ORIGINALS, () => cleanOriginals(services), LONG);
  await services.db.inDirectory((tx) => services.jobs.enqueue(tx, CLEAN_ORIGINALS, {}));
  await services.jobs.repeat(RECONCILE_STORAGE, RECONCILE_AT);
}

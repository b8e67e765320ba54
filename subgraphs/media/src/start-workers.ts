import type { MediaServices } from "./context.js";
import { EmbeddedBackgroundRemover } from "./imaging/background-removal/embedded-background-remover.js";
import { PROCESS_PHOTO, type ProcessPhotoJob } from "./photo/process-photo.job.js";
import { processPhoto } from "./photo/process-photo.js";

/** Takes up the jobs of this process: photos are edited one at a time, in a thread of their own. */
export async function startWorkers(services: MediaServices): Promise<{ close(): Promise<void> }> {
  const remover = new EmbeddedBackgroundRemover();
  const edit = (job: ProcessPhotoJob) => processPhoto(services, remover, job);
  await services.jobs.work(PROCESS_PHOTO, edit);
  return { close: () => remover.close() };
}

import { openDatabase } from "@studio/kit/db/database.js";
import { roleUrl } from "@studio/kit/db/role-url.js";
import { startJobs } from "@studio/kit/jobs/jobs.js";
import type { PurgingServices } from "../src/upload/purge-upload.js";
import { openObjectStore } from "../src/storage/open-object-store.js";
import type { ReconcilingServices } from "../src/reconciler/reconcile-storage.js";
import { PURGE_UPLOAD } from "../src/upload/purge-upload.job.js";
import type { World } from "./world.js";

export type JobServices = PurgingServices & ReconcilingServices & { close(): Promise<void> };

/** What media's jobs run with, over the world's database, objects and clock. */
export async function openJobServices({ options, clock }: World): Promise<JobServices> {
  const { databaseUrl, masterKey, storageUrl, logger } = options;
  const url = roleUrl(databaseUrl, masterKey, "media");
  const db = openDatabase({ url, applicationName: "test" });
  const jobs = await startJobs({ url, service: "media", queues: [PURGE_UPLOAD], logger });
  const objects = await openObjectStore(storageUrl);
  return {
    db,
    jobs,
    objects,
    clock,
    logger,
    wake: () => {},
    close: async () => {
      objects.close();
      await jobs.stop();
      await db.close();
    },
  };
}

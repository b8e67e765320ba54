import { openDatabase } from "@studio/kit/db/database.js";
import { roleUrl } from "@studio/kit/db/role-url.js";
import type { Jobs } from "@studio/kit/jobs/jobs.js";
import type { RemovingServices } from "../src/collection/purge-collection.js";
import { openFilesystemStore } from "../src/storage/filesystem-store.js";
import type { World } from "./world.js";

/** A worker's services in a world without workers, so that a test runs its jobs when it likes. */
export async function openMediaServices({ options, clock }: World) {
  const { databaseUrl, masterKey, objectDirectory } = options;
  const db = openDatabase({ url: roleUrl(databaseUrl, masterKey, "media"), applicationName: "test" });
  const objects = await openFilesystemStore(objectDirectory);
  const jobs: Pick<Jobs, "enqueue"> = { enqueue: async () => {} };
  const services: RemovingServices = { db, objects, clock, wake: () => {}, jobs: jobs as Jobs };
  return { ...services, close: () => db.close() };
}

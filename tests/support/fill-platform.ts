import { fileURLToPath } from "node:url";
import { newKey } from "@studio/kit/crypto/seal.js";
import { migrateService } from "@studio/kit/db/migrate.js";
import { prepareDatabase } from "@studio/kit/db/prepare-database.js";
import { roleUrl } from "@studio/kit/db/role-url.js";
import { SERVICES } from "@studio/kit/db/services.js";
import { migrateEvents } from "@studio/kit/events/migrate-events.js";
import { startJobs } from "@studio/kit/jobs/jobs.js";
import { createLogger } from "@studio/kit/logger.js";

/** Brings a database to where a platform's first start brings it before it serves. Each start sets the roles' passwords. */
export async function fillPlatform(url: string): Promise<void> {
  const masterKey = newKey();
  await prepareDatabase(url, masterKey);
  await migrateEvents(url);
  for (const service of SERVICES) {
    await migrateService(
      url,
      service,
      fileURLToPath(new URL(`../../subgraphs/${service}/migrations`, import.meta.url)),
    );
  }
  for (const service of ["identity", "media"] as const) {
    const jobs = { url: roleUrl(url, masterKey, service), service, queues: [], logger: createLogger("test", "silent") };
    await (await startJobs(jobs)).stop();
  }
}

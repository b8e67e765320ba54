import { fileURLToPath } from "node:url";
import { startJobs } from "@studio/kit/jobs/jobs.js";
import { createExecutor } from "@studio/kit/server/executor.js";
import { openService, type ServiceOptions } from "@studio/kit/server/open-service.js";
import type { RunningSubgraph } from "@studio/kit/server/subgraph.js";
import { contextMaker } from "./context.js";
import { MAIL_QUEUES, startMail } from "./mail/start-mail.js";
import { buildIdentitySchema } from "./schema.js";
import { deriveIdentityKeys, openCursors, type IdentityServices } from "./services.js";
import { viewerRoute } from "./viewer/viewer.route.js";

export interface IdentityOptions extends ServiceOptions {
  /** The mail server, as `smtp://…` or `smtps://user:password@host:port`. */
  smtpUrl: string;
  /** The sender of the platform's mails, for example `Studio <studio@example.com>`. */
  mailFrom: string;
}

const MIGRATIONS = fileURLToPath(new URL("../migrations", import.meta.url));

/** Starts identity in this process: migrated, its mails being sent, ready to answer. */
export async function startIdentity(options: IdentityOptions): Promise<RunningSubgraph> {
  const { clock, logger, masterKey } = options;
  const { schema } = await buildIdentitySchema();
  const service = await openService("identity", MIGRATIONS, options);
  const { db, wake } = service;
  const keys = deriveIdentityKeys(masterKey);
  const jobs = await startJobs({ url: service.url, service: "identity", queues: MAIL_QUEUES, logger });
  const mailer = await startMail({ db, clock, wake, keys }, jobs, options);
  const services: IdentityServices = { db, clock, keys, jobs, wake, cursors: openCursors(masterKey) };
  return {
    name: "identity",
    execute: createExecutor(schema, contextMaker(services), logger, { db, clock }),
    fetch: viewerRoute(services, logger),
    ready: () => db.ping(),
    stop: async () => {
      await jobs.stop();
      mailer.close();
      await service.close();
    },
  };
}

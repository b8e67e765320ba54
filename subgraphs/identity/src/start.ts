import { fileURLToPath } from "node:url";
import { startJobs } from "@studio/kit/jobs/jobs.js";
import { createExecutor } from "@studio/kit/server/executor.js";
import { openService, type ServiceOptions } from "@studio/kit/server/open-service.js";
import type { RunningSubgraph } from "@studio/kit/server/subgraph.js";
import { contextMaker } from "./context.js";
import { openMailer, senderDomain } from "./mail/mailer.js";
import { sendVerificationMail } from "./mail/send-verification-mail.js";
import { VERIFICATION_MAIL, type VerificationMailJob } from "./mail/verification-mail.job.js";
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
  const jobs = await startJobs({ url: service.url, service: "identity", queues: [VERIFICATION_MAIL], logger });
  const mailer = openMailer(options.smtpUrl, options.mailFrom);
  const mail = { db, clock, wake, keys, mailer, domain: senderDomain(options.mailFrom) };
  await jobs.work<VerificationMailJob>(VERIFICATION_MAIL, (job) => sendVerificationMail(mail, job), { concurrency: 2 });
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

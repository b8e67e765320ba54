import "reflect-metadata";
import { fileURLToPath } from "node:url";
import { startJobs } from "@studio/kit/jobs/jobs.js";
import { createExecutor } from "@studio/kit/server/executor.js";
import { openService, type ServiceOptions } from "@studio/kit/server/open-service.js";
import type { RunningSubgraph } from "@studio/kit/server/subgraph.js";
import { BULK_ACTION, type BulkActionJob } from "./bulk-action/bulk-action.job.js";
import { runBulkAction } from "./bulk-action/run-bulk-action.js";
import { FIELD_VALUES, type FieldValuesJob } from "./contact-field/field-values.job.js";
import { workFieldValues } from "./contact-field/work-field-values.js";
import { contextMaker } from "./context.js";
import { answerRequests } from "./fetch.js";
import { MAIL_QUEUES, startMail } from "./mail/start-mail.js";
import { expireDeliveries } from "./webhook-delivery/expire-deliveries.js";
import { openOutbound, startWebhooks } from "./webhook-delivery/start-webhooks.js";
import { buildIdentitySchema } from "./schema.js";
import { deriveIdentityKeys, openCursors, type IdentityServices } from "./services.js";

export interface IdentityOptions extends ServiceOptions {
  /** The mail server, as `smtp://…` or `smtps://user:password@host:port`. */
  smtpUrl: string;
  /** The sender of the platform's mails, for example `Studio <studio@example.com>`. */
  mailFrom: string;
  /** Where the gateway answers for this process, if not at its public address: payload queries are asked there. */
  graphUrl?: string | undefined;
  /** For development and tests: webhooks may go to this machine, over plain HTTP. */
  webhooksToLoopback?: boolean;
}

const MIGRATIONS = fileURLToPath(new URL("../migrations", import.meta.url));

const QUEUES = [...MAIL_QUEUES, FIELD_VALUES, BULK_ACTION];

/** Starts identity in this process: migrated, its mails being sent, ready to answer. */
export async function startIdentity(options: IdentityOptions): Promise<RunningSubgraph> {
  const { clock, logger, masterKey } = options;
  const { schema } = await buildIdentitySchema();
  const service = await openService("identity", MIGRATIONS, options);
  const { db, wake } = service;
  const keys = deriveIdentityKeys(masterKey);
  const jobs = await startJobs({ url: service.url, service: "identity", queues: QUEUES, logger });
  const mailer = await startMail({ db, clock, wake, keys }, jobs, options);
  const fieldWork = { db, clock, wake, keys };
  await jobs.work<FieldValuesJob>(FIELD_VALUES, (job) => workFieldValues(fieldWork, job), { expireInSeconds: 3600 });
  const cursors = openCursors(masterKey);
  const graphUrl = `${options.graphUrl ?? options.publicUrl}/graphql`;
  const payloads = { graphUrl, key: keys.webhookToken, cursors, clock };
  const webhooks = { payloads, outbound: openOutbound(options.webhooksToLoopback ?? false) };
  const services: IdentityServices = { db, clock, keys, jobs, wake, cursors, webhooks };
  const sending = startWebhooks(services, { url: service.url, natsUrl: options.natsUrl, logger });
  const expiring = expireDeliveries({ db, clock, logger }, options.eventRetentionDays);
  await jobs.work<BulkActionJob>(BULK_ACTION, (job) => runBulkAction(services, job));
  return {
    name: "identity",
    execute: createExecutor(schema, contextMaker(services), logger, { db, clock }),
    fetch: answerRequests(services, logger),
    ready: () => db.ping(),
    stop: async () => {
      await expiring.stop();
      await sending.stop();
      await jobs.stop();
      mailer.close();
      await service.close();
    },
  };
}

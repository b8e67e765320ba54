import { sql } from "drizzle-orm";
import { PgBoss, fromDrizzle } from "pg-boss";
import type { Tx } from "../db/database.js";
import { schemaOf, type ServiceName } from "../db/services.js";
import { describeError, type Logger } from "../logger.js";

/** Work that a service does later. Every handler is idempotent: a job whose worker dies runs again. */
export interface Jobs {
  /** Adds a job inside a transaction: it exists if, and only if, the transaction commits. */
  enqueue(tx: Tx, queue: string, data: object, options?: { startAfter: Date }): Promise<void>;
  /** Adds many jobs in one statement, as `enqueue` adds one. */
  enqueueAll(tx: Tx, queue: string, jobs: readonly object[]): Promise<void>;
  /** Has a job added at the times of a cron expression (UTC), by whichever process comes first. */
  repeat(queue: string, cron: string): Promise<void>;
  /** Handles a queue's jobs, `concurrency` at a time. A thrown error means: try again later. */
  work<T extends object>(queue: string, handler: (data: T) => Promise<void>, options?: WorkerOptions): Promise<void>;
  /** Lets running handlers finish, then stops. */
  stop(): Promise<void>;
}

export interface WorkerOptions {
  concurrency?: number;
  /** After how many failures a job is kept as failed. */
  retryLimit?: number;
  /** After how many seconds a job counts as stuck and runs again, although its worker lives. */
  expireInSeconds?: number;
}

export interface JobsOptions {
  /** The service's own role: its jobs live in a schema of its own. */
  url: string;
  service: ServiceName;
  queues: readonly string[];
  logger: Logger;
  pollingIntervalSeconds?: number;
}

/** As `WorkerOptions.retryLimit`: tries for a day, where a job must be done whatever is away meanwhile. */
export const TRIES_FOR_A_DAY = 288;

/** A worker shows this often that it lives; the jobs of one that does not are taken up again within twice the time. */
const HEARTBEAT_SECONDS = 10;

/** With more jobs waiting than that, a worker takes the next one at once instead of at its next look. */
const ONE_BY_ONE = { batchSize: 1, burstWhenReadyExceeds: 20 };

const QUEUE = {
  retryLimit: 8,
  retryDelay: 1,
  retryBackoff: true,
  retryDelayMax: 300,
  expireInSeconds: 300,
  heartbeatSeconds: HEARTBEAT_SECONDS,
};

/** Starts a service's job queue (pg-boss, its own pool of at most 3 connections). */
export async function startJobs({
  url,
  service,
  queues,
  logger,
  pollingIntervalSeconds = 0.5,
}: JobsOptions): Promise<Jobs> {
  const boss = new PgBoss({
    connectionString: url,
    schema: `${schemaOf(service)}_jobs`,
    max: 3,
    createSchema: false,
    superviseIntervalSeconds: HEARTBEAT_SECONDS,
    monitorIntervalSeconds: HEARTBEAT_SECONDS,
    queueCacheIntervalSeconds: HEARTBEAT_SECONDS,
  });
  boss.on("error", (error) => logger.warn(describeError(error), "job queue unreachable; it will retry"));
  await boss.start();
  for (const queue of queues) await boss.createQueue(queue, QUEUE);
  return {
    async enqueue(tx, queue, data, options) {
      await boss.send(queue, data, { ...options, db: fromDrizzle(tx, sql) });
    },
    async enqueueAll(tx, queue, jobs) {
      const rows = jobs.map((data) => ({ data }));
      await boss.insert(queue, rows, { db: fromDrizzle(tx, sql) });
    },
    repeat: (queue, cron) => boss.schedule(queue, cron),
    async work(queue, handler, { concurrency = 1, ...limits } = {}) {
      await boss.updateQueue(queue, { ...QUEUE, ...limits });
      const options = { ...ONE_BY_ONE, pollingIntervalSeconds, localConcurrency: concurrency };
      await boss.work(queue, options, reported(queue, handler, logger));
    },
    stop: () => boss.stop({ graceful: true, timeout: 10_000 }),
  };
}

/** A handler as pg-boss calls it. A failure is told before it leads to another try. */
function reported<T extends object>(queue: string, handler: (data: T) => Promise<void>, logger: Logger) {
  return async ([job]: { id: string; data: unknown }[]): Promise<void> => {
    if (!job) return;
    try {
      await handler(job.data as T);
    } catch (error) {
      logger.warn({ queue, job: job.id, ...describeError(error) }, "job failed; it will be tried again");
      throw error;
    }
  };
}

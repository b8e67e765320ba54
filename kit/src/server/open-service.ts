import type { Clock } from "../clock.js";
import { openDatabase, type Database } from "../db/database.js";
import { migrateService } from "../db/migrate.js";
import { prepareDatabase } from "../db/prepare-database.js";
import { roleUrl } from "../db/role-url.js";
import type { ServiceName } from "../db/services.js";
import { migrateEvents } from "../events/migrate-events.js";
import { openWakeupSender } from "../events/wakeup-channel.js";
import type { Logger } from "../logger.js";

/** What every subgraph is started with. */
export interface ServiceOptions {
  /** A PostgreSQL URL whose role may create roles and schemas; used for migrating only. */
  databaseUrl: string;
  /** 32 bytes from which every other key is derived or by which it is wrapped. */
  masterKey: Buffer;
  /** The gateway's public address, for links in mails and signed URLs. */
  publicUrl: string;
  clock: Clock;
  logger: Logger;
  /** Where wake-ups go if not through PostgreSQL: a NATS server that the gateways listen to as well. */
  natsUrl?: string | undefined;
  /** Connections in the service's pool. */
  poolSize?: number;
  /** For how many days events are kept, `EVENTS_KEPT_DAYS` unless set. Every service must be told the same. */
  eventRetentionDays?: number;
}

/** The parts that every subgraph stands on, opened and migrated. */
export interface Service {
  db: Database;
  /** The database URL of the service's own role. */
  url: string;
  /** Tells readers that an account has new events. */
  wake: (accountId: string) => void;
  close(): Promise<void>;
}

/** Prepares the database, migrates the service's schema and opens its pool. */
export async function openService(service: ServiceName, migrations: string, options: ServiceOptions): Promise<Service> {
  await prepareDatabase(options.databaseUrl, options.masterKey);
  await migrateEvents(options.databaseUrl);
  await migrateService(options.databaseUrl, service, migrations);
  const url = roleUrl(options.databaseUrl, options.masterKey, service);
  const db = openDatabase({ url, applicationName: service, ...(options.poolSize && { max: options.poolSize }) });
  const sender = openWakeupSender(url, options.natsUrl, options.logger);
  return {
    db,
    url,
    wake: (accountId) => sender.wake(accountId),
    close: async () => {
      await sender.close();
      await db.close();
    },
  };
}

import { sql } from "drizzle-orm";
import { drizzle, type PostgresJsDatabase } from "drizzle-orm/postgres-js";
import postgres from "postgres";
import { ACCOUNT_SETTING } from "./isolate-tenants.js";

/** A drizzle transaction with one account set. */
export type Tx = Parameters<Parameters<PostgresJsDatabase["transaction"]>[0]>[0];

/** A service's connections to PostgreSQL, under its own role. Every query names its account. */
export interface Database {
  /**
   * Runs `work` in one transaction that sees the rows of one account only (row level security).
   * `set_config(…, true)` ends with the transaction; it is sent ahead of the first query, not awaited.
   */
  inAccount<T>(accountId: string, work: (tx: Tx) => Promise<T>): Promise<T>;
  /** Runs `work` with no account: only the platform's directories have rows. */
  inDirectory<T>(work: (tx: Tx) => Promise<T>): Promise<T>;
  /** Resolves when the server answers. */
  ping(): Promise<void>;
  close(): Promise<void>;
}

export interface DatabaseOptions {
  url: string;
  /** Connections in the pool. */
  max?: number;
  applicationName: string;
}

/** The longest that one statement may run: a query gone wrong must not hold a connection for ever. */
const STATEMENT_TIMEOUT_MS = 30_000;

/** Opens a pool. Connections are made on demand, so a server that is away fails requests, not the process. */
export function openDatabase({ url, max = 10, applicationName }: DatabaseOptions): Database {
  const client = postgres(url, {
    max,
    connect_timeout: 5,
    onnotice: () => {},
    backoff: (retries) => Math.min(0.05 * 2 ** retries, 1),
    connection: { application_name: applicationName, statement_timeout: STATEMENT_TIMEOUT_MS },
  });
  const db = drizzle(client);
  return {
    inAccount: (accountId, work) =>
      db.transaction(async (tx) => {
        const scoped = tx.execute(sql`select set_config(${ACCOUNT_SETTING}, ${accountId}, true)`).execute();
        const [, result] = await Promise.all([scoped, work(tx)]);
        return result;
      }),
    inDirectory: (work) => db.transaction(work),
    ping: async () => void (await client`select 1`),
    close: () => client.end({ timeout: 5 }),
  };
}

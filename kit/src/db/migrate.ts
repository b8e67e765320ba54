import { drizzle } from "drizzle-orm/postgres-js";
import { migrate } from "drizzle-orm/postgres-js/migrator";
import postgres from "postgres";
import { withAdvisoryLock } from "./advisory-lock.js";
import { OWNER_ROLE, roleOf, schemaOf, type ServiceName } from "./services.js";
import { isolateTenants } from "./isolate-tenants.js";

export interface Migration {
  adminUrl: string;
  /** The schema to migrate; `events` belongs to no single service. */
  schema: string;
  /** The folder that holds drizzle-kit's SQL files and their journal. */
  folder: string;
  /** The roles that may read and write the schema's tables. */
  grantTo: readonly ServiceName[];
}

/**
 * Brings one schema up to date as the owner role, then puts every tenant table under row level security.
 * Runs under an advisory lock, so that services may start together.
 */
export async function migrateSchema({ adminUrl, schema, folder, grantTo }: Migration): Promise<void> {
  const sql = postgres(adminUrl, { max: 1, onnotice: () => {}, idle_timeout: 0 });
  try {
    await withAdvisoryLock(sql, async () => {
      await sql.unsafe(`set role ${OWNER_ROLE}`);
      await migrate(drizzle(sql), { migrationsFolder: folder, migrationsSchema: schema, migrationsTable: "migration" });
      await isolateTenants(sql, schema, grantTo.map(roleOf));
      await sql.unsafe("reset role");
    });
  } finally {
    await sql.end({ timeout: 5 });
  }
}

/** Migrates a service's own schema. */
export function migrateService(adminUrl: string, service: ServiceName, folder: string): Promise<void> {
  return migrateSchema({ adminUrl, schema: schemaOf(service), folder, grantTo: [service] });
}

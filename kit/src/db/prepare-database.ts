import postgres from "postgres";
import { withAdvisoryLock } from "./advisory-lock.js";
import { rolePassword } from "./role-url.js";
import { EXTENSION_SCHEMA, OWNER_ROLE, SEARCH_ROLE, SERVICES, roleOf, schemaOf } from "./services.js";

/** Parts of PostgreSQL's own distribution: similar words, and ids beside them in one index. */
const EXTENSIONS = ["pg_trgm", "btree_gin"];

/**
 * Creates what every service stands on: the owner role, one role and one schema per service, and a
 * schema for each service's jobs. Safe to run at every start and by several services at once.
 * @param adminUrl a role that may create roles and schemas in this database
 */
export async function prepareDatabase(adminUrl: string, masterKey: Uint8Array): Promise<void> {
  const sql = postgres(adminUrl, { max: 1, onnotice: () => {} });
  try {
    await withAdvisoryLock(sql, async () => {
      await ensureRole(sql, OWNER_ROLE, "nologin");
      await sql.unsafe(`grant ${OWNER_ROLE} to current_user`);
      await sql.unsafe(`revoke all on schema public from public`);
      for (const service of [...SERVICES, "gateway"] as const) {
        await ensureRole(sql, roleOf(service), `login password '${rolePassword(masterKey, service)}'`);
      }
      await ensureRole(sql, SEARCH_ROLE, "nologin");
      // The owner hands its search views over to that role, and is no member of it otherwise.
      await sql.unsafe(`grant ${SEARCH_ROLE} to ${OWNER_ROLE} with inherit false, set true`);
      await grantDatabase(sql);
      await ensureExtensions(sql);
      for (const service of SERVICES) {
        await sql.unsafe(`create schema if not exists ${schemaOf(service)} authorization ${OWNER_ROLE}`);
        await sql.unsafe(`grant usage on schema ${schemaOf(service)} to ${SERVICES.map(roleOf).join(", ")}`);
        await sql.unsafe(`grant ${roleOf(service)} to current_user`);
        await sql.unsafe(`create schema if not exists ${schemaOf(service)}_jobs authorization ${roleOf(service)}`);
      }
    });
  } finally {
    await sql.end({ timeout: 5 });
  }
}

async function ensureRole(sql: postgres.Sql, role: string, options: string): Promise<void> {
  const [found] = await sql`select 1 from pg_roles where rolname = ${role}`;
  const limits = "nosuperuser nobypassrls nocreatedb nocreaterole";
  await sql.unsafe(`${found ? "alter" : "create"} role ${role} ${limits} ${options}`);
}

async function ensureExtensions(sql: postgres.Sql): Promise<void> {
  await sql.unsafe(`create schema if not exists ${EXTENSION_SCHEMA}`);
  await sql.unsafe(`grant usage on schema ${EXTENSION_SCHEMA} to public`);
  for (const extension of EXTENSIONS) {
    await sql.unsafe(`create extension if not exists ${extension} schema ${EXTENSION_SCHEMA}`);
  }
}

async function grantDatabase(sql: postgres.Sql): Promise<void> {
  const [row] = await sql<{ name: string }[]>`select current_database() as name`;
  const database = `"${row!.name.replaceAll('"', '""')}"`;
  await sql.unsafe(`revoke all on database ${database} from public`);
  await sql.unsafe(`grant create, connect on database ${database} to ${OWNER_ROLE}`);
  await sql.unsafe(
    `grant connect on database ${database} to ${[...SERVICES, "gateway" as const].map(roleOf).join(", ")}`,
  );
}

import postgres from "postgres";
import { createTestPostgres } from "../../dev/src/postgres/test-postgres.js";
import { newKey } from "../src/crypto/seal.js";
import { openDatabase, type Database } from "../src/db/database.js";
import { prepareDatabase } from "../src/db/prepare-database.js";
import { roleUrl } from "../src/db/role-url.js";
import type { ServiceName } from "../src/db/services.js";
import { migrateEvents } from "../src/events/migrate-events.js";

/** A PostgreSQL with the platform's roles, schemas and event log, and nothing else in it. */
export interface PreparedDatabase {
  url: string;
  /** A superuser's connections. */
  admin: postgres.Sql;
  /** Opens a pool under a service's role; `stop` closes it. */
  openAs(service: ServiceName, max?: number): Database;
  stop(): Promise<void>;
}

export async function createPreparedDatabase(): Promise<PreparedDatabase> {
  const server = await createTestPostgres();
  const masterKey = newKey();
  await prepareDatabase(server.url, masterKey);
  await migrateEvents(server.url);
  const admin = postgres(server.url, { max: 2, onnotice: () => {} });
  const opened: Database[] = [];
  return {
    url: server.url,
    admin,
    openAs(service, max = 10) {
      const db = openDatabase({ url: roleUrl(server.url, masterKey, service), max, applicationName: "test" });
      opened.push(db);
      return db;
    },
    async stop() {
      await Promise.all(opened.map((db) => db.close()));
      await admin.end();
      await server.stop();
    },
  };
}

/** Stands in for compliance's audit function: keeps the action and the actor of each entry in `audit_stand_in`. */
export async function standInForAudit(admin: postgres.Sql): Promise<void> {
  await admin.unsafe(`
    create table public.audit_stand_in (account_id uuid, action text, actor_kind text, fields jsonb,
      subject_id text, reason text);
    create function compliance.append_audit(
      p_account uuid, p_at timestamptz, p_actor_kind text, p_actor_id text, p_action text, p_subject_type text,
      p_subject_id text, p_reason text, p_request_id text, p_fields jsonb
    ) returns void language plpgsql security definer as $$
    begin
      if p_action = 'audit.fails' then raise exception 'the audit cannot be written'; end if;
      insert into public.audit_stand_in values (p_account, p_action, p_actor_kind, p_fields, p_subject_id, p_reason);
    end $$;
  `);
}

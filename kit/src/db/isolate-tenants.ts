import type postgres from "postgres";
import { OWNER_ROLE } from "./services.js";

/** What `set_config` holds inside a transaction that works for one account. */
export const ACCOUNT_SETTING = "app.account_id";

interface TableKind {
  /** How the table's comment begins. */
  comment: string;
  /** What the owning service may do. */
  service: string;
  /** Whether rows, once written, stay: then not even the owner role keeps a way to change them. */
  appendOnly: boolean;
}

/** The tenant tables that a service may not write freely; a migration says so by the table's comment. */
const KINDS: readonly TableKind[] = [
  { comment: "append-only:", service: "select, insert", appendOnly: true },
  { comment: "append-only by function:", service: "select", appendOnly: true },
  { comment: "by function:", service: "select", appendOnly: false },
];

const ORDINARY: TableKind = { comment: "", service: "select, insert, update, delete", appendOnly: false };

/**
 * Puts every table of a schema that has an `account_id` under forced row level security and lets `roles` use it.
 * Without an account set, such a table has no rows. Partitions are reached through their table alone. A table's comment, set by a migration, may begin with
 * - `directory:` a platform's directory: no row security and no grant, so a migration must name who may read it;
 * - `append-only:` the service adds and reads rows, and nobody changes or removes one;
 * - `by function:` the service reads; rows are written by security definer functions of the owner role;
 * - `append-only by function:` both.
 */
export async function isolateTenants(sql: postgres.Sql, schema: string, roles: readonly string[]): Promise<void> {
  const tables = await sql<{ name: string; comment: string }[]>`
    select c.relname as name, coalesce(obj_description(c.oid, 'pg_class'), '') as comment
    from pg_class c
    join pg_namespace n on n.oid = c.relnamespace
    join pg_attribute a on a.attrelid = c.oid and a.attname = 'account_id' and not a.attisdropped
    where n.nspname = ${schema} and c.relkind in ('r', 'p') and not c.relispartition`;
  for (const { name, comment } of tables) {
    if (comment.startsWith("directory:")) continue;
    const kind = KINDS.find((known) => comment.startsWith(known.comment)) ?? ORDINARY;
    const table = `${schema}.${name}`;
    // One message is one transaction: nobody sees the table between revoke and grant.
    await sql.unsafe([isolate(table), ...roles.map((role) => grant(table, role, kind)), seal(table, kind)].join("\n"));
  }
}

function isolate(table: string): string {
  return `
    alter table ${table} enable row level security;
    alter table ${table} force row level security;
    drop policy if exists one_account on ${table};
    create policy one_account on ${table}
      using (account_id = nullif(current_setting('${ACCOUNT_SETTING}', true), '')::uuid)
      with check (account_id = nullif(current_setting('${ACCOUNT_SETTING}', true), '')::uuid);`;
}

/** Also takes back what an earlier comment of the table allowed. */
function grant(table: string, role: string, kind: TableKind): string {
  return `revoke all on ${table} from ${role}; grant ${kind.service} on ${table} to ${role};`;
}

function seal(table: string, { appendOnly }: TableKind): string {
  return appendOnly ? `revoke update, delete, truncate on ${table} from ${OWNER_ROLE};` : "";
}

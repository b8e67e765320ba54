import type postgres from "postgres";

/** What `set_config` holds inside a transaction that works for one account. */
export const ACCOUNT_SETTING = "app.account_id";

/**
 * Puts every table of a schema that has an `account_id` under forced row level security and lets `roles` use it.
 * Without an account set, such a table has no rows. Tables without `account_id` are directories of the platform:
 * they get no grant here, so a migration must name who may read them.
 */
export async function isolateTenants(sql: postgres.Sql, schema: string, roles: readonly string[]): Promise<void> {
  const tables = await sql<{ name: string }[]>`
    select c.relname as name
    from pg_class c
    join pg_namespace n on n.oid = c.relnamespace
    join pg_attribute a on a.attrelid = c.oid and a.attname = 'account_id' and not a.attisdropped
    where n.nspname = ${schema} and c.relkind in ('r', 'p')
      and not exists (select 1 from pg_description d where d.objoid = c.oid and d.objsubid = 0 and d.description like 'directory:%')`;
  for (const { name } of tables) {
    const table = `${schema}.${name}`;
    await sql.unsafe(`
      alter table ${table} enable row level security;
      alter table ${table} force row level security;
      drop policy if exists one_account on ${table};
      create policy one_account on ${table}
        using (account_id = nullif(current_setting('${ACCOUNT_SETTING}', true), '')::uuid)
        with check (account_id = nullif(current_setting('${ACCOUNT_SETTING}', true), '')::uuid);
      ${roles.map((role) => `grant select, insert, update, delete on ${table} to ${role};`).join("\n")}
    `);
  }
}

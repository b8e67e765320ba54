import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { openDatabase, type Database, type Tx } from "@studio/kit/db/database.js";
import { roleUrl } from "@studio/kit/db/role-url.js";
import { OWNER_ROLE, SERVICES, roleOf, schemaOf, type ServiceName } from "@studio/kit/db/services.js";
import { newId } from "@studio/kit/id.js";
import { createAccount, type TestAccount } from "../support/account.js";
import { startTestPlatform, type TestPlatform } from "../support/platform.js";

let platform: TestPlatform;
let mine: TestAccount;
let theirs: TestAccount;
let tables: Table[];
const databases = new Map<ServiceName, Database>();

const SCHEMAS: string[] = [...SERVICES.map(schemaOf), "events"];

interface Table {
  schema: string;
  name: string;
  comment: string;
  owner: string;
  forced: boolean;
  hasAccount: boolean;
}

beforeAll(async () => {
  platform = await startTestPlatform();
  [mine, theirs] = [await createAccount(platform), await createAccount(platform)];
  for (const service of SERVICES) {
    const url = roleUrl(platform.postgres.url, platform.masterKey, service);
    databases.set(service, openDatabase({ url, max: 1, applicationName: "test" }));
  }
  tables = await platform.admin<Table[]>`
    select n.nspname as schema, c.relname as name, coalesce(obj_description(c.oid, 'pg_class'), '') as comment,
      pg_get_userbyid(c.relowner) as owner, c.relrowsecurity and c.relforcerowsecurity as forced,
      exists (select from pg_attribute a where a.attrelid = c.oid and a.attname = 'account_id') as "hasAccount"
    from pg_class c join pg_namespace n on n.oid = c.relnamespace
    where n.nspname in ${platform.admin(SCHEMAS)} and c.relkind in ('r', 'p')
      and c.relname <> 'migration'`;
});

afterAll(async () => {
  await Promise.all([...databases.values()].map((db) => db.close()));
  await platform?.stop();
});

const isDirectory = ({ comment }: Table) => comment.startsWith("directory:");
const nameOf = ({ schema, name }: Table) => `${schema}.${name}`;
const tenantTables = () => tables.filter((table) => !isDirectory(table));

/** What a service's role sees of a table, with an account set or none; null where it has no grant. */
async function accountsSeen(service: ServiceName, table: Table, accountId: string | null): Promise<string[] | null> {
  const db = databases.get(service)!;
  const query = `select distinct account_id as account from ${nameOf(table)}`;
  const read = async (tx: Tx) => tx.execute<{ account: string }>(query);
  try {
    const rows = await (accountId === null ? db.inDirectory(read) : db.inAccount(accountId, read));
    return rows.map(({ account }) => account);
  } catch (error) {
    const { code } = (error as Error).cause as { code?: string };
    if (code === "42501") return null;
    throw error;
  }
}

test("every table belongs to an account, is under forced row security, and to the owner role", () => {
  expect(tables.length).toBeGreaterThan(15);
  for (const table of tenantTables()) {
    const { forced, hasAccount, owner } = table;
    expect({ table: nameOf(table), forced, hasAccount, owner }).toEqual({
      table: nameOf(table),
      forced: true,
      hasAccount: true,
      owner: OWNER_ROLE,
    });
  }
});

test("few tables are directories, which are read before or across accounts and hold ids, digests and counts alone", () => {
  expect(tables.filter(isDirectory).map(nameOf).toSorted()).toEqual([
    "compliance.data_subject_request_count",
    "identity.hub_membership",
    "identity.open_appeal",
    "identity.webhook_turn",
    "media.storage_check",
    "studio_configuration.studio_directory",
  ]);
});

test("every view asks row security about whoever reads it", async () => {
  const views = await platform.admin<{ name: string; options: string[] | null }[]>`
    select n.nspname || '.' || c.relname as name, c.reloptions as options
    from pg_class c join pg_namespace n on n.oid = c.relnamespace
    where n.nspname in ${platform.admin(SERVICES.map(schemaOf))} and c.relkind in ('v', 'm')`;
  expect(views.length).toBeGreaterThan(3);
  for (const { name, options } of views) {
    expect([name, options]).toEqual([name, ["security_invoker=true"]]);
  }
});

test.each([...SERVICES, "gateway", "owner"] as const)("the role of %s is bound by row security", async (service) => {
  const role = service === "owner" ? OWNER_ROLE : roleOf(service);
  const [limits] = await platform.admin`
    select rolsuper, rolbypassrls, rolcreaterole, rolcreatedb, pg_has_role(oid, ${OWNER_ROLE}, 'member') as owns
    from pg_roles where rolname = ${role}`;
  const owns = service === "owner";
  expect(limits).toEqual({ rolsuper: false, rolbypassrls: false, rolcreaterole: false, rolcreatedb: false, owns });
});

describe.each(SERVICES)("%s, whose queries name no account", (service) => {
  test("sees only the rows of the account that is set, in every table it may read", async () => {
    const seen = new Set<string>();
    for (const table of tenantTables()) {
      const accounts = await accountsSeen(service, table, mine.id);
      for (const account of accounts ?? []) expect([nameOf(table), account]).toEqual([nameOf(table), mine.id]);
      if (accounts?.length) seen.add(table.schema);
    }
    expect([...seen]).toContain(schemaOf(service));
  });

  test("sees no row at all while no account is set", async () => {
    const readable = [];
    for (const table of tenantTables()) {
      const accounts = await accountsSeen(service, table, null);
      if (accounts) readable.push(table);
      expect([nameOf(table), accounts ?? []]).toEqual([nameOf(table), []]);
    }
    expect(readable.map(({ schema }) => schema)).toContain(schemaOf(service));
  });

  test("changes and removes nothing of another account", async () => {
    for (const table of tenantTables().filter(({ schema }) => schema === schemaOf(service))) {
      const count = () =>
        platform.admin.unsafe(`select count(*)::int as n from ${nameOf(table)} where account_id = '${theirs.id}'`);
      const [before] = await count();
      const attempt = (query: string) =>
        databases
          .get(service)!
          .inAccount(mine.id, (tx) => tx.execute(query))
          .catch((error: Error) => error);
      await attempt(`update ${nameOf(table)} set account_id = account_id where account_id = '${theirs.id}'`);
      const removed = await attempt(`delete from ${nameOf(table)} where account_id = '${theirs.id}'`);
      expect(removed instanceof Error || removed.count === 0).toBe(true);
      expect(await count()).toEqual([before]);
    }
  });

  test("writes neither audit nor events for an account that is not set", async () => {
    const db = databases.get(service)!;
    const audit = `select compliance.append_audit('${theirs.id}', now(), 'system', null, 'x', 'X', '${newId()}', null, null, '[]')`;
    const event = `select events.append('${theirs.id}', now(), '[{"id":"${newId()}","type":"x","ids":{}}]')`;
    for (const query of [audit, event]) {
      const wrong = db.inAccount(mine.id, (tx) => tx.execute(query));
      await expect(wrong).rejects.toMatchObject({ cause: { message: expect.stringContaining("row-level security") } });
      await expect(db.inDirectory((tx) => tx.execute(query))).rejects.toThrow();
    }
    await db.inAccount(theirs.id, (tx) => tx.execute(audit));
  });
});

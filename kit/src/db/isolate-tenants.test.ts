import type postgres from "postgres";
import { sql } from "drizzle-orm";
import { afterAll, beforeAll, expect, test } from "vitest";
import { createPreparedDatabase, type PreparedDatabase } from "../../test/prepared-database.js";
import { newId } from "../id.js";
import type { Database } from "./database.js";
import { isolateTenants } from "./isolate-tenants.js";

const ACCOUNT = newId();
const ROLE = "studio_media";

let prepared: PreparedDatabase;
let db: Database;

beforeAll(async () => {
  prepared = await createPreparedDatabase();
  db = prepared.openAs("media", 2);
  const { admin } = prepared;
  await admin.begin(async (tx) => {
    await tx.unsafe("set local role studio_owner");
    await tx.unsafe(`
      create table media.ordinary (account_id uuid, n int);
      create table media.history (account_id uuid, n int);
      comment on table media.history is 'append-only: what happened';
      create table media.ledger (account_id uuid, n int);
      comment on table media.ledger is 'append-only by function: media.post';
      create table media.counter (account_id uuid, n int);
      comment on table media.counter is 'by function: media.post';
      create table media.listing (account_id uuid, n int);
      comment on table media.listing is 'directory: found before an account is known';`);
  });
  await isolateTenants(admin, "media", [ROLE]);
});

afterAll(() => prepared.stop());

/** Which of the four verbs a role may use on a table. */
async function verbs(admin: postgres.Sql, role: string, table: string): Promise<string[]> {
  const rows = await admin<{ verb: string }[]>`
    select verb from unnest(array['select', 'insert', 'update', 'delete', 'truncate']) with ordinality as v(verb, place)
    where has_table_privilege(${role}, ${`media.${table}`}, verb) order by place`;
  return rows.map((row) => row.verb);
}

test("lets the service write an ordinary table freely", async () => {
  expect(await verbs(prepared.admin, ROLE, "ordinary")).toEqual(["select", "insert", "update", "delete"]);
});

test("keeps an append-only table as it was written, from the service and from the owner role", async () => {
  expect(await verbs(prepared.admin, ROLE, "history")).toEqual(["select", "insert"]);
  expect(await verbs(prepared.admin, "studio_owner", "history")).toEqual(["select", "insert"]);
});

test("leaves writing to functions where the comment says so", async () => {
  expect(await verbs(prepared.admin, ROLE, "ledger")).toEqual(["select"]);
  expect(await verbs(prepared.admin, "studio_owner", "ledger")).toEqual(["select", "insert"]);
  expect(await verbs(prepared.admin, ROLE, "counter")).toEqual(["select"]);
  expect(await verbs(prepared.admin, "studio_owner", "counter")).toContain("update");
});

test("gives a directory no row security and no grant", async () => {
  expect(await verbs(prepared.admin, ROLE, "listing")).toEqual([]);
  const [row] = await prepared.admin`select relrowsecurity from pg_class where oid = 'media.listing'::regclass`;
  expect(row).toEqual({ relrowsecurity: false });
});

test("takes back at the next start what a table's new comment no longer allows", async () => {
  const { admin } = prepared;
  await admin.unsafe(
    "create table media.tightened (account_id uuid, n int); alter table media.tightened owner to studio_owner",
  );
  await isolateTenants(admin, "media", [ROLE]);
  expect(await verbs(admin, ROLE, "tightened")).toContain("delete");
  await admin.unsafe("comment on table media.tightened is 'append-only: from now on'");
  await isolateTenants(admin, "media", [ROLE]);
  expect(await verbs(admin, ROLE, "tightened")).toEqual(["select", "insert"]);
});

test("holds the owner role to row security as well", async () => {
  await db.inAccount(ACCOUNT, (tx) => tx.execute(sql`insert into media.ordinary values (${ACCOUNT}, 1)`));
  const seen = await prepared.admin.begin(async (tx) => {
    await tx.unsafe("set local role studio_owner");
    return tx`select n from media.ordinary`;
  });
  expect(seen.length).toBe(0);
});

import { sql } from "drizzle-orm";
import { afterAll, beforeAll, expect, test } from "vitest";
import { createPreparedDatabase, type PreparedDatabase } from "../../test/prepared-database.js";
import { newId } from "../id.js";
import { isolateTenants } from "./isolate-tenants.js";

const ACCOUNTS = Array.from({ length: 10 }, newId);

let prepared: PreparedDatabase;

beforeAll(async () => {
  prepared = await createPreparedDatabase();
  await prepared.admin.unsafe(`
    create table media.thing (account_id uuid, id int, primary key (account_id, id));
    insert into media.thing select account, id from unnest('{${ACCOUNTS.join(",")}}'::uuid[]) as account, generate_series(1, 3) as id;
  `);
  await isolateTenants(prepared.admin, "media", ["studio_media"]);
});

afterAll(() => prepared.stop());

test("never shows one account's rows to another on a shared pool, however requests interleave", async () => {
  const db = prepared.openAs("media", 4);
  const reads = Array.from({ length: 2_000 }, async (_, read) => {
    const accountId = ACCOUNTS[read % ACCOUNTS.length]!;
    const rows = await db.inAccount(accountId, async (tx) => {
      const first = await tx.execute<{ account_id: string }>(sql`select account_id from media.thing`);
      if (read % 7 === 0) throw new Error("given up half way");
      const second = await tx.execute<{ account_id: string }>(sql`select account_id from media.thing`);
      return [...first, ...second];
    });
    return { accountId, seen: rows.map((row) => row.account_id) };
  });
  const settled = await Promise.allSettled(reads);
  const done = settled.filter((read) => read.status === "fulfilled").map((read) => read.value);
  expect(done.length).toBe(2_000 - Math.ceil(2_000 / 7));
  expect(done.filter(({ accountId, seen }) => seen.length !== 6 || seen.some((id) => id !== accountId))).toEqual([]);
});

test("scopes the very first statement, whichever way it is sent", async () => {
  const db = prepared.openAs("media", 1);
  const [account] = ACCOUNTS;
  const counts = await db.inAccount(account!, (tx) =>
    Promise.all([
      tx.execute<{ n: number }>(sql`select count(*)::int as n from media.thing`).then(([row]) => row?.n),
      tx
        .select({ n: sql<number>`count(*)::int` })
        .from(sql`media.thing`)
        .then(([row]) => row?.n),
    ]),
  );
  expect(counts).toEqual([3, 3]);
});

test("has no rows without an account, also right after another request had one", async () => {
  const db = prepared.openAs("media", 1);
  const count = sql`select count(*)::int as n from media.thing`;
  await db.inAccount(ACCOUNTS[0]!, (tx) => tx.execute(count));
  const [row] = await db.inDirectory((tx) => tx.execute<{ n: number }>(count));
  expect(row).toEqual({ n: 0 });
});

test("refuses to write a row into another account", async () => {
  const db = prepared.openAs("media", 1);
  const write = db.inAccount(ACCOUNTS[0]!, (tx) =>
    tx.execute(sql`insert into media.thing values (${ACCOUNTS[1]}, 99)`),
  );
  await expect(write).rejects.toMatchObject({ cause: { code: "42501" } });
});

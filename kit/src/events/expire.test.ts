import { afterAll, beforeAll, expect, test } from "vitest";
import { createPreparedDatabase, type PreparedDatabase } from "../../test/prepared-database.js";
import { MovableClock, dayMs } from "../clock.js";
import type { Database } from "../db/database.js";
import { newId } from "../id.js";
import { appendEvents } from "./append.js";
import { dropExpiredEvents } from "./expire.js";
import { checkUnbroken, headOf, readEvents, type LogPlace } from "./read.js";

const TYPE = "thing.made";
const KEPT = 30;

let prepared: PreparedDatabase;
let db: Database;

beforeAll(async () => {
  prepared = await createPreparedDatabase();
  db = prepared.openAs("media", 4);
});

afterAll(() => prepared.stop());

const happen = (accountId: string, at: Date) =>
  db.inAccount(accountId, (tx) => appendEvents(tx, accountId, at, [{ type: TYPE, ids: {} }]));

const head = (accountId: string) => db.inAccount(accountId, (tx) => headOf(tx, accountId));

const readOn = (accountId: string, after: LogPlace) =>
  db.inAccount(accountId, async (tx) => {
    await checkUnbroken(tx, accountId, after);
    return (await readEvents(tx, accountId, { after, types: [TYPE], limit: 9 })).map(({ position }) => position);
  });

test("keeps an event for 30 days, then drops its whole day and tells whoever has not read it", async () => {
  const clock = new MovableClock();
  const [busy, quiet] = [newId(), newId()];
  await happen(quiet, clock.now());
  const nothingRead = await head(busy);
  await happen(busy, clock.now());
  const firstRead = await head(busy);
  clock.advance(KEPT * dayMs);
  await happen(busy, clock.now());
  expect(await dropExpiredEvents(db, clock, KEPT)).toBe(0);
  expect(await readOn(busy, nothingRead)).toEqual([1, 2]);
  clock.advance(dayMs);
  expect(await dropExpiredEvents(db, clock, KEPT)).toBe(1);
  await expect(readOn(busy, nothingRead)).rejects.toMatchObject({ extensions: { code: "CURSOR_EXPIRED" } });
  expect(await readOn(busy, firstRead)).toEqual([2]);
  expect(await readOn(quiet, await head(quiet))).toEqual([]);
  await happen(quiet, clock.now());
  expect(await readOn(quiet, { ...(await head(quiet)), position: 1 })).toEqual([2]);
});

test("processes that drop at once share the work: one drops, the others find nothing left", async () => {
  const clock = new MovableClock();
  clock.advance(800 * dayMs);
  for (let day = 0; day < 10; day++) {
    await happen(newId(), clock.now());
    clock.advance(dayMs);
  }
  const other = prepared.openAs("media", 1);
  const dropped = await Promise.all([db, other, db].map((one) => dropExpiredEvents(one, clock, 0)));
  expect(dropped.filter((days) => days > 0)).toHaveLength(1);
});

test("tells a reader that is ahead of a restored log", async () => {
  const accountId = newId();
  await happen(accountId, new Date());
  const { day } = await head(accountId);
  await expect(readOn(accountId, { position: 2, day })).rejects.toMatchObject({
    extensions: { code: "CURSOR_EXPIRED" },
  });
});

test("keeps the order where a writer's clock goes back over midnight", async () => {
  const accountId = newId();
  const now = new Date();
  await happen(accountId, now);
  const first = await head(accountId);
  await happen(accountId, new Date(now.getTime() - dayMs));
  expect(await head(accountId)).toEqual({ position: 2, day: first.day });
  expect(await readOn(accountId, first)).toEqual([2]);
});

test("writers who open a new day at once wait for one another, and lose nothing", async () => {
  const tomorrow = new Date(Date.now() + 400 * dayMs);
  const accounts = Array.from({ length: 8 }, () => newId());
  await Promise.all(accounts.map((accountId) => happen(accountId, tomorrow)));
  for (const accountId of accounts) expect(await readOn(accountId, { position: 0, day: "1970-01-01" })).toEqual([1]);
});

test("leaves dropping to the one role that may, and a day's own table to nobody", async () => {
  const other = prepared.openAs("identity", 1);
  const clock = new MovableClock();
  await expect(dropExpiredEvents(other, clock, KEPT)).rejects.toMatchObject({ cause: { code: "42501" } });
  const [row] = await prepared.admin`
    select count(*)::int as days, bool_or(has_table_privilege('studio_media', c.oid, 'select')) as may
    from pg_inherits i join pg_class c on c.oid = i.inhrelid where i.inhparent = 'events.event'::regclass`;
  expect(row).toMatchObject({ may: false });
  expect(row!["days"]).toBeGreaterThan(1);
});

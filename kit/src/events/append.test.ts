import { afterAll, beforeAll, expect, test } from "vitest";
import { createPreparedDatabase, type PreparedDatabase } from "../../test/prepared-database.js";
import type { Database } from "../db/database.js";
import { newId } from "../id.js";
import { appendEvents } from "./append.js";
import { headOf, readEvents, type LoggedEvent, type LogPlace } from "./read.js";

const WRITERS = 20;
const TURNS = 15;
const TYPE = "thing.made";

let prepared: PreparedDatabase;

beforeAll(async () => {
  prepared = await createPreparedDatabase();
});

afterAll(() => prepared.stop());

/** One writer: each turn is a transaction of one to three events; about a third are rolled back after appending. */
async function write(db: Database, accountId: string, writer: number, kept: Set<string>): Promise<void> {
  for (let turn = 0; turn < TURNS; turn++) {
    const count = 1 + ((writer + turn) % 3);
    const names = Array.from({ length: count }, (_, part) => `${writer}.${turn}.${part}`);
    const events = names.map((name) => ({ type: TYPE, ids: { name } }));
    const transaction = db.inAccount(accountId, async (tx) => {
      await appendEvents(tx, accountId, new Date(), events);
      if (Math.random() < 0.33) throw new Error("rolled back");
    });
    await transaction.then(
      () => names.forEach((name) => kept.add(name)),
      () => {},
    );
  }
}

/** Follows the log by its cursor alone, as a subscriber does, until `isOver` and nothing is left. */
async function follow(db: Database, accountId: string, isOver: () => boolean): Promise<LoggedEvent[]> {
  const seen: LoggedEvent[] = [];
  for (;;) {
    const last = isOver();
    const after: LogPlace = seen.at(-1) ?? { position: 0, day: "1970-01-01" };
    const page = await db.inAccount(accountId, (tx) => readEvents(tx, accountId, { after, types: [TYPE], limit: 7 }));
    seen.push(...page);
    if (last && page.length === 0) return seen;
  }
}

test("a reader by cursor misses nothing while 20 writers commit and roll back at once", async () => {
  const writers = prepared.openAs("media", WRITERS);
  const readers = prepared.openAs("identity", 2);
  const accountId = newId();
  const kept = new Set<string>();
  let over = false;
  const following = follow(readers, accountId, () => over);
  await Promise.all(Array.from({ length: WRITERS }, (_, writer) => write(writers, accountId, writer, kept)));
  over = true;
  const seen = await following;
  expect(kept.size).toBeGreaterThan(WRITERS);
  expect(seen.map((event) => event.position)).toEqual(Array.from({ length: kept.size }, (_, index) => index + 1));
  expect(new Set(seen.map((event) => event.ids["name"]))).toEqual(kept);
  expect((await readers.inAccount(accountId, (tx) => headOf(tx, accountId))).position).toBe(kept.size);
});

test("counts each account by itself", async () => {
  const db = prepared.openAs("media", 2);
  const [left, right] = [newId(), newId()];
  await db.inAccount(left, (tx) =>
    appendEvents(tx, left, new Date(), [
      { type: TYPE, ids: {} },
      { type: TYPE, ids: {} },
    ]),
  );
  await db.inAccount(right, (tx) => appendEvents(tx, right, new Date(), [{ type: TYPE, ids: {} }]));
  expect((await db.inAccount(left, (tx) => headOf(tx, left))).position).toBe(2);
  expect((await db.inAccount(right, (tx) => headOf(tx, right))).position).toBe(1);
});

test("refuses to append to another account, and to write around the function", async () => {
  const db = prepared.openAs("media", 1);
  const [own, other] = [newId(), newId()];
  const append = db.inAccount(own, (tx) => appendEvents(tx, other, new Date(), [{ type: TYPE, ids: {} }]));
  await expect(append).rejects.toMatchObject({ cause: { code: "42501" } });
  const [row] = await prepared.admin`
    select has_table_privilege('studio_media', 'events.event', 'insert, update, delete, truncate') as may`;
  expect(row).toEqual({ may: false });
});

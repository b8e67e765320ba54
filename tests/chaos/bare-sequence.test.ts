import { setTimeout as sleep } from "node:timers/promises";
import { afterAll, beforeAll, expect, test } from "vitest";
import { createTestPostgres } from "@studio/dev/postgres/test-postgres.js";
import { openDatabase, type Database } from "@studio/kit/db/database.js";
import { prepareDatabase } from "@studio/kit/db/prepare-database.js";
import { roleUrl } from "@studio/kit/db/role-url.js";
import { newKey } from "@studio/kit/crypto/seal.js";
import { appendEvents } from "@studio/kit/events/append.js";
import { migrateEvents } from "@studio/kit/events/migrate-events.js";
import { readEvents } from "@studio/kit/events/read.js";
import { newId } from "@studio/kit/id.js";
import postgres from "postgres";

const WRITERS = 12;
const TURNS = 25;
const TYPE = "contact.updated";

let admin: postgres.Sql;
let db: Database;
let stop: () => Promise<void>;

beforeAll(async () => {
  const server = await createTestPostgres();
  const masterKey = newKey();
  await prepareDatabase(server.url, masterKey);
  await migrateEvents(server.url);
  admin = postgres(server.url, { max: WRITERS + 2, onnotice: () => {} });
  await admin`create table bare (position bigserial primary key, name text not null)`;
  db = openDatabase({ url: roleUrl(server.url, masterKey, "media"), max: WRITERS + 2, applicationName: "test" });
  stop = async () => {
    await db.close();
    await admin.end();
    await server.stop();
  };
});

afterAll(() => stop?.());

interface Log {
  /** Logs a name; the transaction takes its time before and after. */
  write: (name: string, pause: () => Promise<unknown>) => Promise<unknown>;
  /** Names behind a position, oldest first. */
  read: (position: number) => Promise<{ position: number; name: string }[]>;
}

/**
 * Many writers at once, one that begins before them and ends once any of theirs was read, and one reader who follows by
 * its cursor. @returns how many events the reader never saw
 */
async function race({ write, read }: Log): Promise<number> {
  const seen = new Set<string>();
  let position = 0;
  let isOver = false;
  const readOn = async () => {
    for (const row of await read(position)) {
      seen.add(row.name);
      position = row.position;
    }
  };
  const reading = (async () => {
    while (!isOver) await readOn();
    await readOn();
  })();
  const writer = async (number: number) => {
    for (let turn = 0; turn < TURNS; turn++) await write(`${number}.${turn}`, () => sleep(Math.random() * 8));
  };
  const begun = Promise.withResolvers<void>();
  const straggler = write("straggler", async () => {
    begun.resolve();
    await expect.poll(() => seen.size).toBeGreaterThan(0);
  });
  await begun.promise;
  await Promise.all([straggler, ...Array.from({ length: WRITERS }, (_, number) => writer(number))]);
  isOver = true;
  await reading;
  return 1 + WRITERS * TURNS - seen.size;
}

test("a bare sequence as cursor loses events: a later number may commit first", async () => {
  const lost = await race({
    write: (name, pause) =>
      admin.begin(async (sql) => {
        await sql`insert into bare (name) values (${name})`;
        await pause();
      }),
    read: (position) =>
      admin<{ position: number; name: string }[]>`
        select position::int, name from bare where position > ${position} order by position`,
  });
  expect(lost).toBeGreaterThan(0);
});

test("the event log in its place loses none", async () => {
  const accountId = newId();
  const lost = await race({
    write: (name, pause) =>
      db.inAccount(accountId, async (tx) => {
        await pause();
        await appendEvents(tx, accountId, new Date(), [{ type: TYPE, ids: { name } }]);
        await pause();
      }),
    read: async (position) => {
      const after = { position, day: "1970-01-01" };
      const events = await db.inAccount(accountId, (tx) =>
        readEvents(tx, accountId, { after, types: [TYPE], limit: 1_000 }),
      );
      return events.map((event) => ({ position: event.position, name: event.ids["name"]! }));
    },
  });
  expect(lost).toBe(0);
});

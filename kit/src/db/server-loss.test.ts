import { sql } from "drizzle-orm";
import { afterAll, beforeAll, expect, test } from "vitest";
import { createTestPostgres } from "../../../dev/src/postgres/test-postgres.js";
import { isDependencyAway } from "../error/public-error.js";
import { newId } from "../id.js";
import { openDatabase } from "./database.js";

type Postgres = Awaited<ReturnType<typeof createTestPostgres>>;

let postgres: Postgres;
const surprises: unknown[] = [];
const note = (error: unknown) => void surprises.push(error);

beforeAll(async () => {
  postgres = await createTestPostgres();
  process.on("uncaughtException", note);
});

afterAll(async () => {
  process.off("uncaughtException", note);
  await postgres.stop();
});

/** A busy machine may take its time; the test's own limit is the end. */
const PATIENCE = { timeout: 15_000 };

test("a server that dies under load fails requests clearly, never the process, and is used again when it is back", async () => {
  const db = openDatabase({ url: postgres.url, max: 8, applicationName: "server-loss" });
  const accountId = newId();
  const ask = () => db.inAccount(accountId, (tx) => tx.execute(sql`select pg_sleep(0.001)`));
  // Every request is awaited below, so one that never settles fails this test by its time limit.
  let running = true;
  const outcomes: unknown[] = [];
  const workers = Array.from({ length: 16 }, async () => {
    while (running)
      outcomes.push(
        await ask().then(
          () => true,
          (error: unknown) => error,
        ),
      );
  });
  for (let round = 0; round < 12; round++) {
    const before = outcomes.length;
    await expect
      .poll(() => outcomes.slice(before).filter((outcome) => outcome === true).length, PATIENCE)
      .toBeGreaterThan(50);
    await postgres.kill();
    await expect.poll(() => outcomes.slice(before).some((outcome) => outcome !== true), PATIENCE).toBe(true);
    await postgres.restart();
  }
  const answered = outcomes.length;
  await expect
    .poll(() => outcomes.slice(answered).filter((outcome) => outcome === true).length, PATIENCE)
    .toBeGreaterThan(50);
  running = false;
  await Promise.all(workers);
  await db.close();
  const failures = outcomes.filter((outcome) => outcome !== true);
  expect(failures.filter((error) => !isDependencyAway(error))).toEqual([]);
  expect(surprises).toEqual([]);
}, 120_000);

test("a statement that runs too long is cancelled by the server, and counts as a service that is away", async () => {
  const db = openDatabase({ url: postgres.url, max: 1, applicationName: "too-long" });
  const limit = await db.inDirectory((tx) => tx.execute(sql`show statement_timeout`));
  expect(limit).toEqual([{ statement_timeout: "30s" }]);
  const slow = db.inDirectory(async (tx) => {
    await tx.execute(sql`set local statement_timeout = 10`);
    await tx.execute(sql`select pg_sleep(10)`);
  });
  const error = await slow.catch((reason: unknown) => reason);
  expect(isDependencyAway(error)).toBe(true);
  await db.close();
});

import { existsSync } from "node:fs";
import { mkdtemp, utimes } from "node:fs/promises";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import { Client } from "pg";
import { expect, test } from "vitest";
import { createTestPostgres } from "./test-postgres.js";

test("gives a test its own fast database, and leaves nothing behind", async () => {
  const abandoned = await mkdtemp(join(tmpdir(), "studio-test-postgres-"));
  await utimes(abandoned, 0, 0);
  const postgres = await createTestPostgres({ settings: { max_connections: 20 } });
  const [settings] = await query(
    postgres.url,
    "select current_setting('fsync') as fsync, current_setting('max_connections') as connections",
  );
  expect(settings).toEqual({ fsync: "off", connections: "20" });
  await postgres.stop();
  expect(existsSync(dirname(postgres.logFile))).toBe(false);
  expect(existsSync(abandoned)).toBe(false);
});

test("fills a database once, and has each server of its kind begin with a copy of that", async () => {
  let calls = 0;
  const fill = async (url: string) => {
    calls += 1;
    await query(url, "create table kept as select 1 as one");
  };
  for (let server = 1; server <= 2; server++) {
    const postgres = await createTestPostgres({ fill });
    expect(await query(postgres.url, "insert into kept values (2) returning (select count(*)::int from kept)")).toEqual(
      [{ count: 1 }],
    );
    await postgres.stop();
  }
  expect(calls).toBe(1);
});

async function query(url: string, text: string) {
  const client = new Client(url);
  await client.connect();
  const { rows } = await client.query(text);
  await client.end();
  return rows;
}

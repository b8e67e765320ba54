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
  const client = new Client(postgres.url);
  await client.connect();
  const { rows } = await client.query(
    "select current_setting('fsync') as fsync, current_setting('max_connections') as connections",
  );
  await client.end();
  expect(rows[0]).toEqual({ fsync: "off", connections: "20" });
  await postgres.stop();
  expect(existsSync(dirname(postgres.logFile))).toBe(false);
  expect(existsSync(abandoned)).toBe(false);
});

import { execFileSync } from "node:child_process";
import { chmod, cp, mkdtemp, rm, stat } from "node:fs/promises";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import { Client } from "pg";
import { afterEach, describe, expect, test } from "vitest";
import { findBinaries, type PostgresBinaries } from "./binaries.js";
import { PostgresFailed } from "./errors.js";
import { asUser, chooseRunAs } from "./run-as.js";
import { startPostgres } from "./start-postgres.js";

const USER = `studio-test-${process.pid}`;
const directories: string[] = [];

async function directoryIn(parent: string): Promise<string> {
  const path = await mkdtemp(join(parent, "studio-run-as-"));
  directories.push(path);
  return path;
}

/** The installed programs where everybody can reach them: a checkout may lie in a private folder. */
async function publicBinaries(): Promise<PostgresBinaries> {
  const native = dirname(dirname(findBinaries().postgres));
  const copy = await directoryIn(tmpdir());
  await cp(native, copy, { recursive: true, verbatimSymlinks: true });
  await chmod(copy, 0o755);
  const program = (name: string) => join(copy, "bin", name);
  return { postgres: program("postgres"), initdb: program("initdb"), pg_ctl: program("pg_ctl") };
}

afterEach(async () => {
  await Promise.all(directories.splice(0).map((path) => rm(path, { recursive: true })));
});

describe.runIf(process.getuid?.() === 0)("for root", () => {
  test("PostgreSQL runs as a created user where that is asked for, with a clear word where it cannot reach", async () => {
    const runAs = await asUser(USER);
    const binaries = await publicBinaries();
    try {
      const reachable = await directoryIn(tmpdir());
      await chmod(reachable, 0o755);
      const postgres = await startPostgres({ dataDirectory: join(reachable, "data"), durable: false, runAs, binaries });
      const client = new Client(postgres.url);
      await client.connect();
      expect((await client.query("select 1 as one")).rows).toEqual([{ one: 1 }]);
      await client.end();
      await postgres.stop();
      expect((await stat(join(reachable, "data", "cluster"))).uid).toBe(runAs.identity.uid);

      const closed = join(await directoryIn(tmpdir()), "data");
      const refused = startPostgres({ dataDirectory: closed, durable: false, runAs, binaries });
      await expect(refused).rejects.toThrow(PostgresFailed);
      await expect(refused).rejects.toThrow(`the user ${USER}, who cannot reach ${closed}`);
    } finally {
      execFileSync("userdel", [USER]);
    }
  });
});

test.runIf(process.getuid?.() !== 0)("anybody else runs PostgreSQL as themselves", async () => {
  expect(await chooseRunAs()).toMatchObject({ kind: "self", prefix: [] });
});

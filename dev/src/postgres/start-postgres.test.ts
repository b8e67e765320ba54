import { mkdir, mkdtemp, readFile, rm, stat, writeFile } from "node:fs/promises";
import { createServer } from "node:net";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { Client } from "pg";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { listenOnLoopback, PortTaken } from "../port.js";
import { DataDirectoryInUse } from "./errors.js";
import { startPostgres, type RunningPostgres } from "./start-postgres.js";

let parent: string;
let postgres: RunningPostgres;

beforeAll(async () => {
  parent = await mkdtemp(join(tmpdir(), "studio-postgres-"));
  // An initdb cut short by a crash: the next start must begin again.
  await mkdir(join(parent, "data", "cluster.unfinished"), { recursive: true });
  await writeFile(join(parent, "data", "cluster.unfinished", "PG_VERSION"), "18\n");
  postgres = await startPostgres({ dataDirectory: join(parent, "data") });
}, 20_000);

afterAll(async () => {
  await postgres.stop();
  await rm(parent, { recursive: true });
});

async function query(text: string, url = postgres.url): Promise<Record<string, unknown>[]> {
  const client = new Client(url);
  await client.connect();
  try {
    return (await client.query(text)).rows;
  } finally {
    await client.end();
  }
}

describe("a new cluster", () => {
  test("is PostgreSQL 18, UTF-8, sorted by code point whatever the machine's locale", async () => {
    const [row] = await query(`
      select current_setting('server_version_num')::int / 10000 as major, current_setting('server_encoding') as encoding,
             datlocprovider as provider, datlocale as locale from pg_database where datname = 'postgres'`);
    expect(row).toEqual({ major: 18, encoding: "UTF8", provider: "b", locale: "C.UTF-8" });
  });

  test("survives a power cut, takes a hundred connections and listens on loopback only", async () => {
    const rows = await query(`
      select name, setting from pg_settings
      where name in ('fsync', 'max_connections', 'listen_addresses', 'unix_socket_directories') order by name`);
    expect(rows).toEqual([
      { name: "fsync", setting: "on" },
      { name: "listen_addresses", setting: "127.0.0.1" },
      { name: "max_connections", setting: "100" },
      { name: "unix_socket_directories", setting: "" },
    ]);
  });

  test("takes a free port, not the usual one", () => {
    expect(postgres.port).not.toBe(5432);
    expect(new URL(postgres.url).port).toBe(String(postgres.port));
  });

  test("keeps its password readable for its owner only, and takes no other", async () => {
    const file = join(parent, "data", "superuser-password");
    expect((await stat(file)).mode & 0o777).toBe(0o600);
    const guessed = new URL(postgres.url);
    guessed.password = "postgres";
    await expect(query("select 1", guessed.href)).rejects.toThrow("password authentication failed");
  });

  test("does not write values to its log when a statement fails", async () => {
    await query("create table person (email text primary key)");
    await query("insert into person values ('ada@example.com')");
    await expect(query("insert into person values ('ada@example.com')")).rejects.toThrow("duplicate key");
    const log = await readFile(postgres.logFile, "utf8");
    expect(log).toContain("duplicate key value violates unique constraint");
    expect(log).not.toContain("ada@example.com");
  });
});

describe("a start that cannot be", () => {
  test("names the taken port, and leaves the directory free", async () => {
    const other = createServer();
    const port = await listenOnLoopback(other, 0, "another program");
    for (let attempt = 1; attempt <= 2; attempt += 1) {
      const refused = await startPostgres({ dataDirectory: join(parent, "other"), port }).catch(
        (error: unknown) => error,
      );
      expect(refused).toBeInstanceOf(PortTaken);
      expect(refused).toMatchObject({ code: "PORT_TAKEN", port, service: "PostgreSQL" });
    }
    other.close();
  });

  test("is refused over a directory in use, naming this process", async () => {
    const refused = await startPostgres({ dataDirectory: join(parent, "data") }).catch((error: unknown) => error);
    expect(refused).toBeInstanceOf(DataDirectoryInUse);
    expect(refused).toMatchObject({ code: "DATA_DIRECTORY_IN_USE", pid: process.pid });
  });
});

test("keeps port, password and data across a restart, and does not wait for an open transaction", async () => {
  await query("create table kept as select 42 as answer");
  const open = new Client(postgres.url);
  open.on("error", () => undefined);
  await open.connect();
  await open.query("begin; create table lost (id int)");
  const { url } = postgres;
  await postgres.restart();
  expect(postgres.url).toBe(url);
  expect(await query("select answer, to_regclass('lost') as lost from kept")).toEqual([{ answer: 42, lost: null }]);
});

test("writes as the user that started it, in a folder closed to others", async () => {
  expect((await stat(parent)).mode & 0o777).toBe(0o700);
  expect((await stat(join(parent, "data", "cluster"))).uid).toBe(process.getuid?.());
});

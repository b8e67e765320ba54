import { spawn, type ChildProcess } from "node:child_process";
import { once } from "node:events";
import { createServer } from "node:net";
import { mkdtemp, readFile, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { createInterface } from "node:readline/promises";
import { Client } from "pg";
import { afterAll, afterEach, beforeAll, expect, test } from "vitest";
import { PostgresFailed } from "./errors.js";
import { isAlive } from "./process-identity.js";
import { startPostgres, type RunningPostgres } from "./start-postgres.js";
import type { PostgresEvent } from "./supervisor.js";

let parent: string;
let dataDirectory: string;
const running: RunningPostgres[] = [];

beforeAll(async () => {
  parent = await mkdtemp(join(tmpdir(), "studio-recovery-"));
  dataDirectory = join(parent, "data");
}, 20_000);

afterEach(async () => {
  await Promise.all(running.splice(0).map((postgres) => postgres.stop()));
});

afterAll(() => rm(parent, { recursive: true }));

async function start(supervise = false): Promise<RunningPostgres> {
  const postgres = await startPostgres({ dataDirectory, supervise });
  running.push(postgres);
  return postgres;
}

async function connect(url: string): Promise<Client> {
  const client = new Client(url);
  client.on("error", () => undefined);
  await client.connect();
  return client;
}

async function writtenIds(url: string): Promise<number[]> {
  const client = await connect(url);
  const { rows } = await client.query<{ id: number }>("select id from written");
  await client.end();
  return rows.map(({ id }) => id);
}

async function createWritten(url: string): Promise<void> {
  const client = await connect(url);
  await client.query("drop table if exists written; create table written (id int primary key)");
  await client.end();
}

/** Another program that starts PostgreSQL, prints its pid, then prints each id it has committed. */
function launchWriter(): ChildProcess {
  const script = `
    const { runnerImport } = await import("vite");
    const { module } = await runnerImport(${JSON.stringify(join(import.meta.dirname, "start-postgres.ts"))}, { logLevel: "silent" });
    const { Client } = await import("pg");
    const { url, pid } = await module.startPostgres({ dataDirectory: ${JSON.stringify(dataDirectory)} });
    console.log(pid);
    const client = new Client(url);
    await client.connect();
    await client.query("drop table if exists written; create table written (id int primary key)");
    for (let id = 1; ; id += 1) { await client.query("insert into written values ($1)", [id]); console.log(id); }`;
  return spawn(process.execPath, ["--input-type=module", "--eval", script], {
    cwd: import.meta.dirname,
    stdio: ["ignore", "pipe", "inherit"],
  });
}

test("loses nothing when the process that started it is killed, and names that process while it lives", async () => {
  const writer = launchWriter();
  const printed: number[] = [];
  let refused: unknown;
  for await (const line of createInterface({ input: writer.stdout! })) {
    printed.push(Number(line));
    if (printed.length === 100) {
      refused = await startPostgres({ dataDirectory }).catch((error: unknown) => error);
      writer.kill("SIGKILL");
    }
  }
  expect(refused).toMatchObject({ code: "DATA_DIRECTORY_IN_USE", pid: writer.pid });
  const [orphan = Number.NaN, ...committed] = printed;
  expect(isAlive(orphan)).toBe(true);

  const postgres = await start();
  expect(isAlive(orphan)).toBe(false);
  expect(committed.length).toBeGreaterThan(90);
  expect(await writtenIds(postgres.url)).toEqual(expect.arrayContaining(committed));
  expect(await readFile(postgres.logFile, "utf8")).toContain("received fast shutdown request");
});

test("starts where the pid file names a process that is somebody else's by now", async () => {
  await (await startPostgres({ dataDirectory })).stop();
  const stranger = spawn("sleep", ["60"]);
  await once(stranger, "spawn");
  const cluster = join(dataDirectory, "cluster");
  await writeFile(join(cluster, "postmaster.pid"), `${stranger.pid}\n${cluster}\n1\n5432\n\n\n  1  1\nready\n`);
  const postgres = await start();
  await createWritten(postgres.url);
  expect(isAlive(stranger.pid!)).toBe(true);
  stranger.kill();
});

test("is started again when it is killed under load, on the same port, with all it committed", async () => {
  const postgres = await start(true);
  await createWritten(postgres.url);
  const events: PostgresEvent["kind"][] = [];
  postgres.onEvent(({ kind }) => events.push(kind));
  const before = postgres.pid;
  const committed: number[] = [];
  const load = Array.from({ length: 4 }, async (_, lane) => {
    const client = await connect(postgres.url);
    for (let id = lane; ; id += 4) {
      await client.query("insert into written values ($1)", [id]);
      committed.push(id);
    }
  });
  const cut = Promise.allSettled(load);
  await expect.poll(() => committed.length).toBeGreaterThan(50);
  await postgres.kill();
  await cut;
  await expect.poll(() => events, { timeout: 10_000 }).toEqual(["exited", "restarting", "restarted"]);
  expect(postgres.pid).not.toBe(before);
  expect(await writtenIds(postgres.url)).toEqual(expect.arrayContaining(committed));
}, 20_000);

test("keeps trying, ever less often, while something is in the way of its restart", async () => {
  const postgres = await start(true);
  const events: PostgresEvent[] = [];
  const thief = createServer();
  postgres.onEvent((event) => {
    events.push(event);
    if (event.kind === "exited") thief.listen(postgres.port, "127.0.0.1");
    if (event.kind === "restart-failed" && events.length > 4) thief.close();
  });
  await postgres.kill();
  await expect.poll(() => events.at(-1)?.kind, { timeout: 10_000 }).toBe("restarted");
  const failures = events.filter((event) => event.kind === "restart-failed");
  expect(failures[0]).toMatchObject({ error: { code: "PORT_TAKEN", port: postgres.port } });
  const delays = events.flatMap((event) => (event.kind === "restarting" ? [event.delayMs] : []));
  expect(delays.slice(0, 3)).toEqual([50, 100, 200]);
});

test("stays down without supervision, says so, and starts again when asked", async () => {
  const postgres = await start();
  await createWritten(postgres.url);
  const events: PostgresEvent[] = [];
  postgres.onEvent((event) => events.push(event));
  await postgres.kill();
  expect(events).toMatchObject([{ kind: "exited", signal: "SIGKILL" }]);
  expect(postgres.pid).toBeUndefined();
  await postgres.restart();
  expect(await writtenIds(postgres.url)).toEqual([]);
});

test("can be stopped while it is being brought back, and started again after", async () => {
  const first = await startPostgres({ dataDirectory, supervise: true });
  await first.kill();
  await first.stop();
  expect(first.pid).toBeUndefined();
  const second = await start();
  expect(isAlive(second.pid!)).toBe(true);
});

test("says what PostgreSQL says of a setting it does not know, and gives the directory free", async () => {
  const refused = startPostgres({ dataDirectory, settings: { shared_bufers: "1MB" } });
  await expect(refused).rejects.toThrow(PostgresFailed);
  await expect(refused).rejects.toThrow('unrecognized configuration parameter "shared_bufers"');
  await start();
});

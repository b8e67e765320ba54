import { spawn, type ChildProcess } from "node:child_process";
import { once } from "node:events";
import { fileURLToPath } from "node:url";
import { afterAll, beforeAll, expect, test, vi } from "vitest";
import { newGatewayKeys } from "@studio/kit/auth/gateway-keys.js";
import { portrait } from "../samples/pictures.js";
import { askPhoto, openUpload, send } from "../test/contact-client.js";
import { openWorld, type World } from "../test/world.js";

const MAIN = fileURLToPath(new URL("../dist/main.js", import.meta.url));

const processes: ChildProcess[] = [];
let world: World;
beforeAll(async () => void (world = await openWorld({ workers: false })));
afterAll(async () => {
  for (const child of processes) child.kill("SIGKILL");
  await world.close();
});

/** Media as a process of its own, with its workers, over the same database and objects. */
async function startProcess(): Promise<ChildProcess> {
  const { databaseUrl, masterKey, storageUrl, publicUrl } = world.options;
  const env = {
    ...process.env,
    DATABASE_URL: databaseUrl,
    MASTER_KEY: masterKey.toString("base64"),
    GATEWAY_VERIFY_KEY: (await newGatewayKeys()).verifyKey,
    PUBLIC_URL: publicUrl,
    PORT: "0",
    STORAGE_URL: storageUrl,
    LOG_LEVEL: "silent",
  };
  const child = spawn(process.execPath, [MAIN], { env, stdio: "ignore" });
  processes.push(child);
  return child;
}

/** Holds whoever is about to begin the step, until what this returns is called; `reached` tells whether somebody is. */
async function holdAt(step: string) {
  const { sql } = world;
  await sql.unsafe(`
    create function media.hold() returns trigger language plpgsql as $$
      begin perform pg_advisory_xact_lock(7); return new; end $$;
    create trigger hold before update on media.photo for each row when (new.step = '${step}') execute function media.hold()`);
  const holder = await sql.reserve();
  await holder`select pg_advisory_lock(7)`;
  const reached = async () =>
    (await sql`select 1 from pg_locks where locktype = 'advisory' and objid = 7 and not granted`).length > 0;
  const release = async () => {
    await holder`select pg_advisory_unlock(7)`;
    holder.release();
  };
  return { reached, release };
}

test("a photo whose worker is killed goes on with the next, with one result", { timeout: 60_000 }, async () => {
  const anna = await world.newcomer();
  const upload = await openUpload(world.media, anna, portrait, "image/png");
  await send(world.media, upload, portrait);

  const held = await holdAt("backdrop");
  const killed = await startProcess();
  await vi.waitUntil(held.reached, { timeout: 20_000, interval: 20 });
  killed.kill("SIGKILL");
  const [next] = await Promise.all([startProcess(), once(killed, "exit")]);
  await held.release();
  const photo = async () => (await askPhoto(world.media, anna, upload.photo.id)).data!.photo;
  expect((await photo()).progress.map(({ state }) => state)).toEqual(["DONE", "RUNNING", "WAITING", "WAITING"]);
  const masks = () => world.sql`select sealed from media.photo_mask`;
  const kept = await masks();

  // Time passes: the dead worker's last sign of life is older than its queue waits for.
  await world.sql`update media_jobs.job set heartbeat_on = heartbeat_on - interval '1 minute' where state = 'active'`;
  await vi.waitUntil(async () => (await photo()).status === "READY", { timeout: 40_000, interval: 50 });
  expect(await world.sql`select attempts from media.photo`).toEqual([{ attempts: 2 }]);
  expect(await world.sql`select type from events.event where type like 'photo.%'`).toEqual([{ type: "photo.ready" }]);
  expect(await world.sql`select recipe_hash from media.derivative`).toHaveLength(1);
  expect(await masks()).toEqual(kept);
  next.kill("SIGTERM");
  expect(await once(next, "exit")).toEqual([0, null]);
});

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

test("a photo whose worker is killed is taken up by the next, with one result", { timeout: 90_000 }, async () => {
  const anna = await world.newcomer();
  const upload = await openUpload(world.media, anna, portrait, "image/png");
  await send(world.media, upload, portrait);

  const killed = await startProcess();
  const attempts = async () => (await world.sql`select attempts from media.photo`)[0]!["attempts"] as number;
  await vi.waitUntil(async () => (await attempts()) === 1, { timeout: 20_000, interval: 2 });
  killed.kill("SIGKILL");
  await once(killed, "exit");
  const statusOf = async () => (await askPhoto(world.media, anna, upload.photo.id)).data!.photo.status;
  expect(await statusOf()).toBe("PROCESSING");

  const next = await startProcess();
  await vi.waitUntil(async () => (await statusOf()) === "READY", { timeout: 60_000, interval: 100 });
  expect(await attempts()).toBe(2);
  expect(await world.sql`select type from events.event where type like 'photo.%'`).toEqual([{ type: "photo.ready" }]);
  expect(await world.sql`select recipe_hash from media.derivative`).toHaveLength(1);
  next.kill("SIGTERM");
  expect(await once(next, "exit")).toEqual([0, null]);
});

import { afterAll, beforeAll, expect, test } from "vitest";
import type { ContactViewer } from "@studio/kit/auth/viewer.js";
import { localKeyService } from "@studio/kit/crypto/key-service.js";
import { deriveKey } from "@studio/kit/crypto/seal.js";
import { openDatabase, type Database } from "@studio/kit/db/database.js";
import { roleUrl } from "@studio/kit/db/role-url.js";
import { portrait } from "../../samples/pictures.js";
import { askPhoto, openUpload, send, type PhotoAnswer } from "../../test/contact-client.js";
import { openWorld, type World } from "../../test/world.js";
import { EmbeddedBackgroundRemover } from "../imaging/background-removal/embedded-background-remover.js";
import { BackgroundRemovalFailed, type BackgroundRemover } from "../imaging/background-removal/background-remover.js";
import { openFilesystemStore } from "../storage/filesystem-store.js";
import type { ObjectStore } from "../storage/object-store.js";
import { PHOTO_STEPS } from "./photo-step.js";
import { MAX_ATTEMPTS } from "./photo.policy.js";
import { PROCESS_PHOTO, type ProcessPhotoJob } from "./process-photo.job.js";
import { processPhoto, type ProcessingServices } from "./process-photo.js";

let world: World;
let db: Database;
let objects: ObjectStore;
const remover = new EmbeddedBackgroundRemover();
beforeAll(async () => {
  world = await openWorld({ workers: false });
  const { databaseUrl, masterKey, objectDirectory } = world.options;
  db = openDatabase({ url: roleUrl(databaseUrl, masterKey, "media"), applicationName: "test" });
  objects = await openFilesystemStore(objectDirectory);
});
afterAll(async () => {
  await remover.close();
  await db.close();
  await world.close();
});

/** The worker's services, with whatever is to go wrong. */
function services(faulty: Partial<ProcessingServices> = {}): ProcessingServices {
  const keys = localKeyService(deriveKey(world.options.masterKey, "data-keys"));
  return { db, objects, keys, remover, clock: world.clock, wake: () => {}, ...faulty };
}

/** A contact of a studio that wants two headshots besides the edited version. */
async function newcomer(): Promise<ContactViewer> {
  const anna = await world.newcomer();
  const square = { width: 96, height: 96, fit: "face", quality: 80, backdrop: "#ffffff" } as const;
  await world.addRecipe(anna, "badge", { ...square, format: "webp" });
  await world.addRecipe(anna, "print", { ...square, format: "jpeg", tone: "grey" });
  return anna;
}

/** An original that is in, and its job. */
async function uploaded(viewer: ContactViewer): Promise<{ job: ProcessPhotoJob; photo: () => Promise<PhotoAnswer> }> {
  const upload = await openUpload(world.media, viewer, portrait, "image/png");
  await send(world.media, upload, portrait);
  const [row] = await world.sql<{ data: ProcessPhotoJob }[]>`
    select data from media_jobs.job where name = ${PROCESS_PHOTO} and data ->> 'accountId' = ${viewer.accountId}`;
  return { job: row!.data, photo: async () => (await askPhoto(world.media, viewer, upload.photo.id)).data!.photo };
}

/** What processing left: objects (the original among them), derivatives, and announcements. */
async function leftBy({ accountId }: ContactViewer) {
  const derivatives = await world.sql`select digest from media.derivative where account_id = ${accountId}`;
  const events = await world.sql<{ type: string }[]>`
    select type from events.event where account_id = ${accountId} and type like 'photo.%'`;
  const masks = await world.sql`select 1 from media.photo_mask where account_id = ${accountId}`;
  const { objects: stored } = await objects.list({ prefix: `${accountId}/` });
  return {
    objects: stored.length,
    derivatives: derivatives.length,
    masks: masks.length,
    events: events.map((event) => event.type),
  };
}

/** The original and three headshots. */
const ONE_RESULT = { objects: 4, derivatives: 3, masks: 1, events: ["photo.ready"] };

/** A database that dies once its nth transaction is committed. */
function dyingAfter(nth: number): { db: Database; reached: () => number } {
  let count = 0;
  const inAccount: Database["inAccount"] = async (accountId, work) => {
    const result = await db.inAccount(accountId, work);
    if (++count === nth) throw new Error("killed");
    return result;
  };
  return { db: { ...db, inAccount }, reached: () => count };
}

test("a worker that dies after any of its transactions leaves one result to the next", async () => {
  const stepsSeen = new Set<string | null>();
  let nth = 1;
  for (; ; nth++) {
    const anna = await newcomer();
    const { job, photo } = await uploaded(anna);
    const dying = dyingAfter(nth);
    const outcome = await processPhoto(services({ db: dying.db }), job).catch((error: Error) => error.message);
    const [row] = await world.sql`select step from media.photo where account_id = ${anna.accountId}`;
    if (outcome === "killed") stepsSeen.add(row!["step"] as string | null);
    await processPhoto(services(), job);
    expect([nth, await photo()]).toMatchObject([nth, { status: "READY", edited: { width: 400 } }]);
    expect([nth, await leftBy(anna)]).toEqual([nth, ONE_RESULT]);
    if (outcome !== "killed") break;
  }
  expect([...stepsSeen]).toEqual([null, ...PHOTO_STEPS]);
  expect(nth).toBeGreaterThan(2 * PHOTO_STEPS.length);
});

test("a worker that dies once the picture is stored leaves one result to the next", async () => {
  const anna = await newcomer();
  const { job, photo } = await uploaded(anna);
  const dying: ObjectStore = Object.create(objects, {
    put: {
      value: async (...args: Parameters<ObjectStore["put"]>) => {
        await objects.put(...args);
        throw new Error("killed");
      },
    },
  });
  await expect(processPhoto(services({ objects: dying }), job)).rejects.toThrow("killed");
  await processPhoto(services(), job);
  expect((await photo()).status).toBe("READY");
  expect(await leftBy(anna)).toEqual(ONE_RESULT);
});

test("a job that runs several times at once, and again later, has one result", async () => {
  const anna = await newcomer();
  const { job } = await uploaded(anna);
  await Promise.all(Array.from({ length: 4 }, () => processPhoto(services(), job)));
  await processPhoto(services(), job);
  expect(await leftBy(anna)).toEqual(ONE_RESULT);
});

test("does not look for the person again where an earlier run has found them", async () => {
  const anna = await newcomer();
  const { job, photo } = await uploaded(anna);
  const full: ObjectStore = Object.create(objects, { put: { value: () => Promise.reject(new Error("full")) } });
  await expect(processPhoto(services({ objects: full }), job)).rejects.toThrow("full");
  expect((await leftBy(anna)).masks).toBe(1);
  await processPhoto(services({ remover: failing("CLOSED") }), job);
  expect((await photo()).status).toBe("READY");
});

function failing(code: "CRASHED" | "CLOSED"): BackgroundRemover {
  const removeBackground = () => Promise.reject(new BackgroundRemovalFailed(code));
  return { removeBackground, close: async () => {} };
}

test("tries again while background removal fails, and says so when it is given up", async () => {
  const anna = await world.newcomer();
  const { job, photo } = await uploaded(anna);
  for (let attempt = 1; attempt < MAX_ATTEMPTS; attempt++) {
    await expect(processPhoto(services({ remover: failing("CRASHED") }), job)).rejects.toThrow(BackgroundRemovalFailed);
    expect((await photo()).status).toBe("PROCESSING");
  }
  await processPhoto(services({ remover: failing("CRASHED") }), job);
  expect(await photo()).toMatchObject({ status: "FAILED", failureReason: "BACKGROUND_REMOVAL_FAILED" });
  expect(await leftBy(anna)).toEqual({ objects: 1, derivatives: 0, masks: 0, events: ["photo.failed"] });
});

test("gives up a photo that kills its worker every time", async () => {
  const anna = await world.newcomer();
  const { job, photo } = await uploaded(anna);
  for (let attempt = 1; attempt <= MAX_ATTEMPTS; attempt++) {
    await expect(processPhoto(services({ db: dyingAfter(2).db }), job)).rejects.toThrow("killed");
  }
  await processPhoto(services(), job);
  expect(await photo()).toMatchObject({ status: "FAILED", failureReason: "INTERRUPTED" });
});

test("makes no headshot of a contact under restriction, or of one who was erased", async () => {
  const anna = await world.newcomer();
  const annas = await uploaded(anna);
  await world.sql`update identity.published_contact set restricted_at = now() where id = ${anna.contactId}`;
  await processPhoto(services(), annas.job);
  expect(await annas.photo()).toMatchObject({ status: "FAILED", failureReason: "PROCESSING_RESTRICTED" });
  const ben = await world.newcomer();
  const bens = await uploaded(ben);
  await world.sql`delete from identity.published_contact_key where contact_id = ${ben.contactId}`;
  await processPhoto(services(), bens.job);
  expect(await bens.photo()).toMatchObject({ status: "FAILED", failureReason: "CONTACT_ERASED" });
});

test("what was reviewed stays ready where only a further headshot cannot be made, and purging takes the mask", async () => {
  const anna = await newcomer();
  const { job, photo } = await uploaded(anna);
  let puts = 0;
  const put = (...args: Parameters<ObjectStore["put"]>) =>
    ++puts === 1 ? objects.put(...args) : Promise.reject(new Error("full"));
  const filling: ObjectStore = Object.create(objects, { put: { value: put } });
  for (let attempt = 1; attempt <= MAX_ATTEMPTS; attempt++) {
    await expect(processPhoto(services({ objects: filling }), job)).rejects.toThrow("full");
    expect(await photo()).toMatchObject({ status: "PROCESSING", edited: { width: 400 } });
  }
  await processPhoto(services(), job);
  expect(await photo()).toMatchObject({ status: "READY", edited: { width: 400 } });
  expect(await leftBy(anna)).toMatchObject({ derivatives: 1, masks: 1, events: ["photo.ready"] });
  await world.sql`update media.photo set status = 'purged' where account_id = ${anna.accountId}`;
  expect(await leftBy(anna)).toMatchObject({ masks: 0 });
});

test("a contact who asks again and again sees each step within a second of its beginning", async () => {
  const anna = await newcomer();
  const { job, photo } = await uploaded(anna);
  const running = async () => (await photo()).progress.find(({ state }) => state === "RUNNING")?.step ?? null;
  const seenAfter = new Map<string, number>();
  const inAccount: Database["inAccount"] = async (accountId, work) => {
    const result = await db.inAccount(accountId, work);
    const [row] = await world.sql<{ step: string | null }[]>`select step from media.photo where id = ${job.photoId}`;
    const began = performance.now();
    const isOver = (await photo()).status === "READY";
    if (!isOver) await expect.poll(running, { interval: 20 }).toBe(row!.step?.toUpperCase() ?? null);
    if (row!.step && !seenAfter.has(row!.step)) seenAfter.set(row!.step, performance.now() - began);
    return result;
  };
  expect((await photo()).progress.map(({ state }) => state)).toEqual(Array(4).fill("WAITING"));
  await processPhoto(services({ db: { ...db, inAccount } }), job);
  expect([...seenAfter.keys()]).toEqual([...PHOTO_STEPS]);
  for (const [step, milliseconds] of seenAfter) expect([step, milliseconds < 1_000]).toEqual([step, true]);
  expect((await photo()).progress.map(({ state }) => state)).toEqual(Array(4).fill("DONE"));
});

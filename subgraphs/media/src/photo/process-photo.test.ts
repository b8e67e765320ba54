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
import { MAX_ATTEMPTS } from "./photo.policy.js";
import type { ProcessPhotoJob } from "./process-photo.job.js";
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
  return { db, objects, keys, clock: world.clock, wake: () => {}, ...faulty };
}

/** An original that is in, and its job. */
async function uploaded(viewer: ContactViewer): Promise<{ job: ProcessPhotoJob; photo: () => Promise<PhotoAnswer> }> {
  const upload = await openUpload(world.media, viewer, portrait, "image/png");
  await send(world.media, upload, portrait);
  const [row] = await world.sql<{ data: ProcessPhotoJob }[]>`
    select data from media_jobs.job where data ->> 'accountId' = ${viewer.accountId}`;
  return { job: row!.data, photo: async () => (await askPhoto(world.media, viewer, upload.photo.id)).data!.photo };
}

/** What processing left: objects (the original among them), derivatives, and announcements. */
async function leftBy({ accountId }: ContactViewer) {
  const derivatives = await world.sql`select digest from media.derivative where account_id = ${accountId}`;
  const events = await world.sql<{ type: string }[]>`
    select type from events.event where account_id = ${accountId} and type like 'photo.%'`;
  const { objects: stored } = await objects.list({ prefix: `${accountId}/` });
  return { objects: stored.length, derivatives: derivatives.length, events: events.map((event) => event.type) };
}

const ONE_RESULT = { objects: 2, derivatives: 1, events: ["photo.ready"] };

/** A database that dies at its nth transaction, before or after the commit. */
function dyingAt(nth: number, when: "before" | "after"): Database {
  let count = 0;
  return {
    ...db,
    inAccount: async (accountId, work) => {
      const dies = ++count === nth;
      if (dies && when === "before") throw new Error("killed");
      const result = await db.inAccount(accountId, work);
      if (dies) throw new Error("killed");
      return result;
    },
  };
}

const transactions = [1, 2, 3, 4].flatMap((nth) => [[nth, "before"] as const, [nth, "after"] as const]);

test.each(transactions)(
  "a worker that dies at its transaction %i, %s the commit, leaves one result to the next",
  async (nth, when) => {
    const anna = await world.newcomer();
    const { job, photo } = await uploaded(anna);
    await expect(processPhoto(services({ db: dyingAt(nth, when) }), remover, job)).rejects.toThrow("killed");
    await processPhoto(services(), remover, job);
    expect(await photo()).toMatchObject({ status: "READY", edited: { width: 400 } });
    expect(await leftBy(anna)).toEqual(ONE_RESULT);
  },
);

test("a worker that dies once the picture is stored leaves one result to the next", async () => {
  const anna = await world.newcomer();
  const { job, photo } = await uploaded(anna);
  const dying: ObjectStore = Object.create(objects, {
    put: {
      value: async (...args: Parameters<ObjectStore["put"]>) => {
        await objects.put(...args);
        throw new Error("killed");
      },
    },
  });
  await expect(processPhoto(services({ objects: dying }), remover, job)).rejects.toThrow("killed");
  await processPhoto(services(), remover, job);
  expect((await photo()).status).toBe("READY");
  expect(await leftBy(anna)).toEqual(ONE_RESULT);
});

test("a job that runs several times at once, and again later, has one result", async () => {
  const anna = await world.newcomer();
  const { job } = await uploaded(anna);
  await Promise.all(Array.from({ length: 4 }, () => processPhoto(services(), remover, job)));
  await processPhoto(services(), remover, job);
  expect(await leftBy(anna)).toEqual(ONE_RESULT);
});

test("does not edit again what an earlier run has made", async () => {
  const anna = await world.newcomer();
  const { job, photo } = await uploaded(anna);
  await expect(processPhoto(services({ db: dyingAt(4, "before") }), remover, job)).rejects.toThrow("killed");
  await processPhoto(services(), failing("CLOSED"), job);
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
    await expect(processPhoto(services(), failing("CRASHED"), job)).rejects.toThrow(BackgroundRemovalFailed);
    expect((await photo()).status).toBe("PROCESSING");
  }
  await processPhoto(services(), failing("CRASHED"), job);
  expect(await photo()).toMatchObject({ status: "FAILED", failureReason: "BACKGROUND_REMOVAL_FAILED" });
  expect(await leftBy(anna)).toEqual({ objects: 1, derivatives: 0, events: ["photo.failed"] });
});

test("gives up a photo that kills its worker every time", async () => {
  const anna = await world.newcomer();
  const { job, photo } = await uploaded(anna);
  for (let attempt = 1; attempt <= MAX_ATTEMPTS; attempt++) {
    await expect(processPhoto(services({ db: dyingAt(2, "before") }), remover, job)).rejects.toThrow("killed");
  }
  await processPhoto(services(), remover, job);
  expect(await photo()).toMatchObject({ status: "FAILED", failureReason: "INTERRUPTED" });
});

test("makes no headshot of a contact under restriction, or of one who was erased", async () => {
  const anna = await world.newcomer();
  const annas = await uploaded(anna);
  await world.sql`update identity.published_contact set restricted_at = now() where id = ${anna.contactId}`;
  await processPhoto(services(), remover, annas.job);
  expect(await annas.photo()).toMatchObject({ status: "FAILED", failureReason: "PROCESSING_RESTRICTED" });
  const ben = await world.newcomer();
  const bens = await uploaded(ben);
  await world.sql`delete from identity.published_contact_key where contact_id = ${ben.contactId}`;
  await processPhoto(services(), remover, bens.job);
  expect(await bens.photo()).toMatchObject({ status: "FAILED", failureReason: "CONTACT_ERASED" });
});

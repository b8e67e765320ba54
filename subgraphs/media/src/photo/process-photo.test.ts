import { afterAll, beforeAll, expect, test } from "vitest";
import type { ContactViewer } from "@studio/kit/auth/viewer.js";
import type { Database } from "@studio/kit/db/database.js";
import { openEditing, type Editing } from "../../test/editing.js";
import { BackgroundRemovalFailed, type BackgroundRemover } from "../imaging/background-removal/background-remover.js";
import type { ObjectStore } from "../storage/object-store.js";
import { StorageAway, StorageFull } from "../storage/storage.errors.js";
import { PHOTO_STEPS } from "./photo-step.js";
import { MAX_ATTEMPTS } from "./photo.policy.js";
import { processPhoto } from "./process-photo.js";

let editing: Editing;
beforeAll(async () => void (editing = await openEditing()));
afterAll(() => editing.close());

/** What processing left: objects (the original among them), derivatives, and announcements. */
async function leftBy({ accountId }: ContactViewer) {
  const derivatives = await editing.world.sql`select digest from media.derivative where account_id = ${accountId}`;
  const events = await editing.world.sql<{ type: string }[]>`
    select type from events.event where account_id = ${accountId} and type like 'photo.%'`;
  const masks = await editing.world.sql`select 1 from media.photo_mask where account_id = ${accountId}`;
  const { objects: stored } = await editing.objects.list({ prefix: `${accountId}/` });
  return {
    objects: stored.length,
    derivatives: derivatives.length,
    masks: masks.length,
    events: events.map((event) => event.type),
  };
}

/** The clean original and three headshots. */
const ONE_RESULT = { objects: 4, derivatives: 3, masks: 1, events: ["photo.ready"] };

/** A database that dies once its nth transaction is committed. */
function dyingAfter(nth: number): { db: Database; reached: () => number } {
  let count = 0;
  const inAccount: Database["inAccount"] = async (accountId, work) => {
    const result = await editing.db.inAccount(accountId, work);
    if (++count === nth) throw new Error("killed");
    return result;
  };
  return { db: { ...editing.db, inAccount }, reached: () => count };
}

test(
  "a worker that dies after any of its transactions leaves one result to the next",
  { timeout: 90_000 },
  async () => {
    const stepsSeen = new Set<string | null>();
    let nth = 1;
    for (; ; nth++) {
      const anna = await editing.newcomer();
      const { job, photo } = await editing.uploaded(anna);
      const dying = dyingAfter(nth);
      const outcome = await processPhoto(editing.services({ db: dying.db }), job).catch(
        (error: Error) => error.message,
      );
      const [row] = await editing.world.sql`select step from media.photo where account_id = ${anna.accountId}`;
      if (outcome === "killed") stepsSeen.add(row!["step"] as string | null);
      await processPhoto(editing.services(), job);
      expect([nth, await photo()]).toMatchObject([nth, { status: "READY", edited: { width: 400 } }]);
      expect([nth, await leftBy(anna)]).toEqual([nth, ONE_RESULT]);
      if (outcome !== "killed") break;
    }
    expect([...stepsSeen]).toEqual([null, ...PHOTO_STEPS]);
    expect(nth).toBeGreaterThan(2 * PHOTO_STEPS.length);
  },
);

test("a worker that dies once the picture is stored leaves one result to the next", async () => {
  const anna = await editing.newcomer();
  const { job, photo } = await editing.uploaded(anna);
  const dying: ObjectStore = Object.create(editing.objects, {
    put: {
      value: async (...args: Parameters<ObjectStore["put"]>) => {
        await editing.objects.put(...args);
        throw new Error("killed");
      },
    },
  });
  await expect(processPhoto(editing.services({ objects: dying }), job)).rejects.toThrow("killed");
  await processPhoto(editing.services(), job);
  expect((await photo()).status).toBe("READY");
  expect(await leftBy(anna)).toEqual(ONE_RESULT);
});

test("a job that runs several times at once, and again later, has one result", async () => {
  const anna = await editing.newcomer();
  const { job } = await editing.uploaded(anna);
  await Promise.all(Array.from({ length: 4 }, () => processPhoto(editing.services(), job)));
  await processPhoto(editing.services(), job);
  expect(await leftBy(anna)).toEqual(ONE_RESULT);
});

test("does not look for the person again where an earlier run has found them", async () => {
  const anna = await editing.newcomer();
  const { job, photo } = await editing.uploaded(anna);
  const put = (...args: Parameters<ObjectStore["put"]>) =>
    args[0].includes("/clean-") ? editing.objects.put(...args) : Promise.reject(new Error("full"));
  const full: ObjectStore = Object.create(editing.objects, { put: { value: put } });
  await expect(processPhoto(editing.services({ objects: full }), job)).rejects.toThrow("full");
  expect((await leftBy(anna)).masks).toBe(1);
  await processPhoto(editing.services({ remover: failing("CLOSED") }), job);
  expect((await photo()).status).toBe("READY");
});

function failing(code: "CRASHED" | "CLOSED"): BackgroundRemover {
  const removeBackground = () => Promise.reject(new BackgroundRemovalFailed(code));
  return { removeBackground, close: async () => {} };
}

test("tries again while background removal fails, and says so when it is given up", async () => {
  const anna = await editing.world.newcomer();
  const { job, photo } = await editing.uploaded(anna);
  for (let attempt = 1; attempt < MAX_ATTEMPTS; attempt++) {
    await expect(processPhoto(editing.services({ remover: failing("CRASHED") }), job)).rejects.toThrow(
      BackgroundRemovalFailed,
    );
    expect((await photo()).status).toBe("PROCESSING");
  }
  await processPhoto(editing.services({ remover: failing("CRASHED") }), job);
  expect(await photo()).toMatchObject({ status: "FAILED", failureReason: "BACKGROUND_REMOVAL_FAILED" });
  expect(await leftBy(anna)).toEqual({ objects: 1, derivatives: 0, masks: 0, events: ["photo.failed"] });
});

test("gives up a photo that kills its worker every time", async () => {
  const anna = await editing.world.newcomer();
  const { job, photo } = await editing.uploaded(anna);
  for (let attempt = 1; attempt <= MAX_ATTEMPTS; attempt++) {
    await expect(processPhoto(editing.services({ db: dyingAfter(2).db }), job)).rejects.toThrow("killed");
  }
  await processPhoto(editing.services(), job);
  expect(await photo()).toMatchObject({ status: "FAILED", failureReason: "INTERRUPTED" });
});

test("a store that is away or full costs no attempt: the photo waits, and is edited once the store is back", async () => {
  const anna = await editing.world.newcomer();
  const { job, photo } = await editing.uploaded(anna);
  const away = { get: { value: () => Promise.reject(new StorageAway()) } };
  const full = { put: { value: () => Promise.reject(new StorageFull()) } };
  for (let attempt = 0; attempt <= MAX_ATTEMPTS; attempt++) {
    const objects: ObjectStore = Object.create(editing.objects, attempt % 2 === 0 ? away : full);
    await expect(processPhoto(editing.services({ objects }), job)).rejects.toThrow(/^The object storage/);
    expect((await photo()).status).toBe("PROCESSING");
  }
  await processPhoto(editing.services(), job);
  expect((await photo()).status).toBe("READY");
});

test("makes no headshot of a contact under restriction, or of one who was erased", async () => {
  const anna = await editing.world.newcomer();
  const annas = await editing.uploaded(anna);
  await editing.world.sql`update identity.published_contact set restricted_at = now() where id = ${anna.contactId}`;
  await processPhoto(editing.services(), annas.job);
  expect(await annas.photo()).toMatchObject({ status: "FAILED", failureReason: "PROCESSING_RESTRICTED" });
  const ben = await editing.world.newcomer();
  const bens = await editing.uploaded(ben);
  await editing.world.sql`delete from identity.published_contact_key where contact_id = ${ben.contactId}`;
  await processPhoto(editing.services(), bens.job);
  expect(await bens.photo()).toMatchObject({ status: "FAILED", failureReason: "CONTACT_ERASED" });
});

test("what was reviewed stays ready where only a further headshot cannot be made, and purging takes the mask", async () => {
  const anna = await editing.newcomer();
  const { job, photo } = await editing.uploaded(anna);
  let puts = 0;
  const put = (...args: Parameters<ObjectStore["put"]>) =>
    ++puts <= 2 ? editing.objects.put(...args) : Promise.reject(new Error("full"));
  const filling: ObjectStore = Object.create(editing.objects, { put: { value: put } });
  for (let attempt = 1; attempt <= MAX_ATTEMPTS; attempt++) {
    await expect(processPhoto(editing.services({ objects: filling }), job)).rejects.toThrow("full");
    expect(await photo()).toMatchObject({ status: "PROCESSING", edited: { width: 400 } });
  }
  await processPhoto(editing.services(), job);
  expect(await photo()).toMatchObject({ status: "READY", edited: { width: 400 } });
  expect(await leftBy(anna)).toMatchObject({ derivatives: 1, masks: 1, events: ["photo.ready"] });
  await editing.world.sql`update media.photo set status = 'purged' where account_id = ${anna.accountId}`;
  expect(await leftBy(anna)).toMatchObject({ masks: 0 });
});

import { afterAll, beforeAll, expect, test } from "vitest";
import type { Database } from "@studio/kit/db/database.js";
import { newId } from "@studio/kit/id.js";
import { parseGlobalId } from "@studio/kit/paging/global-id.js";
import { portrait } from "../../samples/pictures.js";
import { askPhoto, openUpload } from "../../test/contact-client.js";
import { openEditing, type Editing } from "../../test/editing.js";
import { quarantineKey } from "../photo/object-keys.js";
import { processPhoto } from "../photo/process-photo.js";
import type { ObjectStore } from "../storage/object-store.js";
import { StorageAway } from "../storage/storage.errors.js";
import { completeDirectUpload } from "./complete-direct-upload.js";
import { findOpenUpload, takeIn } from "./take-in.js";
import type { UploadWay } from "./upload-links.js";
import { UploadLoad } from "./upload-load.js";

let editing: Editing;
beforeAll(async () => void (editing = await openEditing()));
afterAll(() => editing.close());

/** A database whose answer gets lost once it has committed. */
const losing = (db: Database): Database => ({
  ...db,
  inAccount: async (accountId, work) => {
    await db.inAccount(accountId, work);
    throw new Error("lost");
  },
});

/** A contact's upload, what its link is for, and what it is taken in with. */
async function opened(way: UploadWay) {
  const anna = await editing.world.newcomer();
  const upload = await openUpload(editing.world.media, anna, portrait, "image/png");
  const { accountId, contactId, sessionId } = anna;
  const photoId = parseGlobalId(upload.photo.id)!.id;
  const file = { contentType: "image/png", bytes: portrait.length, sha256: null };
  const { logger } = editing.world.options;
  return {
    grant: { accountId, contactId, photoId, sessionId, ...file, way },
    job: { accountId, photoId, requestId: newId() },
    services: { ...editing.services(), logger, jobs: { enqueue: async () => {} }, uploadLoad: new UploadLoad() },
    status: async () => (await askPhoto(editing.world.media, anna, upload.photo.id)).data!.photo.status,
  };
}

test("where nobody knows whether the photo was taken in, its original stays", async () => {
  const { grant, job, services, status } = await opened("whole");
  const open = await findOpenUpload(services, grant);
  await expect(takeIn({ ...services, db: losing(editing.db) }, grant, open, portrait)).rejects.toThrow("lost");
  await processPhoto(editing.services(), job);
  expect(await status()).toBe("READY");
});

test("a photo that is in is told to be, also where it cannot be taken out of quarantine", async () => {
  const { grant, services, status } = await opened("direct");
  const quarantined = quarantineKey({ accountId: grant.accountId, id: grant.photoId });
  await editing.objects.put(quarantined, portrait, { contentType: "image/png" });
  const objects: ObjectStore = Object.create(editing.objects, {
    delete: { value: () => Promise.reject(new StorageAway()) },
  });
  expect((await completeDirectUpload({ ...services, objects }, grant)).status).toBe(204);
  expect(await status()).toBe("PROCESSING");
});

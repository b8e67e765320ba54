import { afterAll, beforeAll, expect, test } from "vitest";
import type { Database } from "@studio/kit/db/database.js";
import { newId } from "@studio/kit/id.js";
import { parseGlobalId } from "@studio/kit/paging/global-id.js";
import { portrait } from "../../samples/pictures.js";
import { askPhoto, openUpload } from "../../test/contact-client.js";
import { openEditing, type Editing } from "../../test/editing.js";
import { processPhoto } from "../photo/process-photo.js";
import { findOpenUpload, takeIn } from "./take-in.js";
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

test("where nobody knows whether the photo was taken in, its original stays", async () => {
  const anna = await editing.world.newcomer();
  const upload = await openUpload(editing.world.media, anna, portrait, "image/png");
  const { accountId, contactId, sessionId } = anna;
  const photoId = parseGlobalId(upload.photo.id)!.id;
  const file = { contentType: "image/png", bytes: portrait.length, sha256: null };
  const grant = { accountId, contactId, photoId, sessionId, ...file, way: "whole" } as const;
  const services = { ...editing.services(), jobs: { enqueue: async () => {} }, uploadLoad: new UploadLoad() };
  const open = await findOpenUpload(services, grant);
  await expect(takeIn({ ...services, db: losing(editing.db) }, grant, open, portrait)).rejects.toThrow("lost");
  await processPhoto(editing.services(), { accountId, photoId, requestId: newId() });
  expect((await askPhoto(editing.world.media, anna, upload.photo.id)).data!.photo.status).toBe("READY");
});

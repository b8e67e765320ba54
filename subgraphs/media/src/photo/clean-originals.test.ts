import { createHash } from "node:crypto";
import sharp from "sharp";
import { afterAll, beforeAll, expect, test } from "vitest";
import type { ContactViewer } from "@studio/kit/auth/viewer.js";
import { newId } from "@studio/kit/id.js";
import { portraitFromPhone } from "../../samples/pictures.js";
import { askUpload } from "../../test/contact-client.js";
import { openEditing, type Editing, type UploadedFile } from "../../test/editing.js";
import type { ObjectStore } from "../storage/object-store.js";
import { sealedStore } from "../storage/sealed-store.js";
import { cleanOriginals } from "./clean-originals.js";
import { uploadedPrefix } from "./object-keys.js";
import { photoKey } from "./photo-key.js";
import { findPhoto } from "./photo.repository.js";
import type { PhotoRow } from "./photo.table.js";
import { processPhoto } from "./process-photo.js";

let editing: Editing;
let fromPhone: UploadedFile;
beforeAll(async () => {
  editing = await openEditing();
  fromPhone = { bytes: await portraitFromPhone(), contentType: "image/jpeg" };
});
afterAll(() => editing.close());

const sha256 = (bytes: Uint8Array) => createHash("sha256").update(bytes).digest("hex");

async function rowOf({ accountId }: ContactViewer): Promise<PhotoRow> {
  const [row] = await editing.world.sql`select id from media.photo where account_id = ${accountId}`;
  return (await editing.db.inAccount(accountId, (tx) => findPhoto(tx, accountId, row!["id"] as string)))!;
}

const keyOf = (photo: PhotoRow) =>
  editing.db.inAccount(photo.accountId, (tx) => photoKey(tx, editing.services().keys, photo));

/** The names of a contact's objects without their ids: `original`, `clean`, and so on. */
async function objectsOf({ accountId }: ContactViewer): Promise<string[]> {
  const { objects } = await editing.objects.list({ prefix: `${accountId}/` });
  return objects
    .map(({ key }) => key.split("/").at(-1)!.split("-")[0]!)
    .map((name) => name.replace(/^[0-9a-f]{64}$/, "made"));
}

async function serve(url: string): Promise<Buffer> {
  const response = await editing.world.media.fetch(new Request(url));
  expect(response.status).toBe(200);
  return Buffer.from(await response.arrayBuffer());
}

/** An account whose photo lies there as an older version of the platform left it. */
async function fromBefore(status: "ready" | "failed", failureCode: string | null = null): Promise<ContactViewer> {
  const anna = await editing.world.newcomer();
  await processPhoto(editing.services(), (await editing.uploaded(anna, fromPhone)).job);
  const photo = await rowOf(anna);
  const objectKey = `${uploadedPrefix(photo.objectKey!)}${newId()}`;
  await sealedStore(editing.objects, await keyOf(photo)).put(objectKey, fromPhone.bytes, { contentType: "image/jpeg" });
  await editing.objects.delete(photo.objectKey!);
  await editing.world.sql`update media.photo set object_key = ${objectKey}, clean_digest = null,
    bytes = ${fromPhone.bytes.length}, status = ${status}::media.photo_status, failure_code = ${failureCode}
    where id = ${photo.id}`;
  return anna;
}

test("P04: no byte of an uploaded file is shown or left, the original is its pixels, and it is known again", async () => {
  const anna = await editing.world.newcomer();
  const { job, photo } = await editing.uploaded(anna, fromPhone);
  expect([(await photo()).original, await objectsOf(anna)]).toEqual([null, ["original"]]);
  await processPhoto(editing.services(), job);
  expect(await objectsOf(anna)).toEqual(["made", "clean"]);
  const { original } = await photo();
  const bytes = await serve(original!.url);
  expect(original).toMatchObject({ digest: sha256(bytes), contentType: "image/jpeg", width: 512, height: 512 });
  const { exif, xmp, icc, orientation } = await sharp(bytes).metadata();
  expect({ exif, xmp, icc, orientation }).toEqual({});
  const announced = { contentType: "image/jpeg", bytes: fromPhone.bytes.length, sha256: sha256(fromPhone.bytes) };
  const again = await askUpload(editing.world.media, anna, announced);
  expect(again.data!.createPhotoUpload.__typename).toBe("DuplicatePhoto");
});

test("of a file that cannot be cleaned nothing is left", async () => {
  const anna = await editing.world.newcomer();
  const { job, photo } = await editing.uploaded(anna);
  const row = await rowOf(anna);
  const broken = fromPhone.bytes.subarray(0, 4_000);
  await sealedStore(editing.objects, await keyOf(row)).put(row.objectKey!, broken, { contentType: "image/jpeg" });
  await processPhoto(editing.services(), job);
  expect(await photo()).toMatchObject({ status: "FAILED", failureReason: "UNREADABLE", original: null });
  expect(await objectsOf(anna)).toEqual([]);
  expect(await rowOf(anna)).toMatchObject({ objectKey: null, originalDigest: null });
});

test("a clean original outlives what fails after it; under a restriction the uploaded file is kept, and not shown", async () => {
  const anna = await editing.world.newcomer({ studio: { recipe: null } });
  const annas = await editing.uploaded(anna, fromPhone);
  await processPhoto(editing.services(), annas.job);
  expect(await annas.photo()).toMatchObject({ status: "FAILED", failureReason: "STUDIO_NOT_SET_UP" });
  expect([await objectsOf(anna), (await annas.photo()).original?.width]).toEqual([["clean"], 512]);
  const ben = await editing.world.newcomer();
  const bens = await editing.uploaded(ben, fromPhone);
  await editing.world.sql`update identity.published_contact set restricted_at = now() where id = ${ben.contactId}`;
  await processPhoto(editing.services(), bens.job);
  expect(await bens.photo()).toMatchObject({ failureReason: "PROCESSING_RESTRICTED", original: null });
  await cleanOriginals(editing.sweeping());
  expect(await objectsOf(ben)).toEqual(["original"]);
});

test("a photo that is purged while it is cleaned leaves nothing", async () => {
  const anna = await editing.world.newcomer();
  const { job } = await editing.uploaded(anna);
  const { id, objectKey } = await rowOf(anna);
  const put = async (...args: Parameters<ObjectStore["put"]>) => {
    await editing.objects.put(...args);
    await editing.objects.delete(objectKey!);
    await editing.world.sql`update media.photo set status = 'purged', object_key = null where id = ${id}`;
  };
  const purging: ObjectStore = Object.create(editing.objects, { put: { value: put } });
  await processPhoto(editing.services({ objects: purging }), job);
  expect(await objectsOf(anna)).toEqual([]);
});

test("originals of an older version are cleaned at a start, also by a run that is stopped and one beside it", async () => {
  const [anna, ben, failed, waiting] = [
    await fromBefore("ready"),
    await fromBefore("ready"),
    await fromBefore("failed", "INTERRUPTED"),
    await fromBefore("ready"),
  ];
  await editing.world.sql`update identity.published_contact set restricted_at = now() where id = ${waiting.contactId}`;
  let puts = 0;
  const put = (...args: Parameters<ObjectStore["put"]>) =>
    ++puts === 1 ? editing.objects.put(...args) : Promise.reject(new Error("killed"));
  const dying: ObjectStore = Object.create(editing.objects, { put: { value: put } });
  await expect(cleanOriginals(editing.sweeping({ objects: dying }))).rejects.toThrow("killed");
  await Promise.all([cleanOriginals(editing.sweeping()), cleanOriginals(editing.sweeping())]);
  for (const contact of [anna, ben]) {
    expect(await objectsOf(contact)).toEqual(["made", "clean"]);
    expect((await rowOf(contact)).originalDigest).toBe(sha256(fromPhone.bytes));
  }
  expect(await objectsOf(failed)).toEqual(["made"]);
  expect((await rowOf(failed)).objectKey).toBeNull();
  expect(await objectsOf(waiting)).toEqual(["made", "original"]);
  await editing.world.sql`update identity.published_contact set restricted_at = null where id = ${waiting.contactId}`;
  await cleanOriginals(editing.sweeping());
  expect(await objectsOf(waiting)).toEqual(["made", "clean"]);
});

test("an original that was changed at rest stays as it is, and those after it are cleaned", async () => {
  const broken = await fromBefore("ready");
  const next = await fromBefore("ready");
  for (const contact of [broken, next]
    .toSorted((one, other) => (one.accountId < other.accountId ? -1 : 1))
    .slice(0, 1)) {
    const { objectKey } = await rowOf(contact);
    await editing.objects.put(objectKey!, Buffer.alloc(2_000, 2), { contentType: "image/jpeg" });
  }
  await cleanOriginals(editing.sweeping());
  const left = await Promise.all([broken, next].map(objectsOf));
  expect(left.toSorted((one, other) => (String(one) < String(other) ? -1 : 1))).toEqual([
    ["made", "clean"],
    ["made", "original"],
  ]);
});

import { createHash } from "node:crypto";
import { afterAll, beforeAll, expect, test } from "vitest";
import { portrait, portraitAs } from "../../samples/pictures.js";
import { askUpload, codeOf, openUpload, send } from "../../test/contact-client.js";
import { change, submissionOf } from "../../test/review-client.js";
import { member } from "../../test/viewers.js";
import { openWorld, type World } from "../../test/world.js";
import { openFilesystemStore } from "../storage/filesystem-store.js";

let world: World;
beforeAll(async () => {
  world = await openWorld({ workers: false });
});
afterAll(() => world.close());

const digestOf = (file: Buffer) => createHash("sha256").update(file).digest("hex");
const announced = { contentType: "image/png", bytes: portrait.length, sha256: digestOf(portrait) };

async function objectCount(accountId: string): Promise<number> {
  const store = await openFilesystemStore(world.options.objectDirectory);
  return (await store.list({ prefix: `${accountId}/` })).objects.length;
}

test("takes in the file that was announced by its checksum, and no other of the same length", async () => {
  const anna = await world.newcomer();
  const upload = await openUpload(world.media, anna, portrait, "image/png", digestOf(portrait));
  const changed = Buffer.from(portrait);
  changed[changed.length >> 1]! ^= 1;
  const refused = await send(world.media, upload, changed);
  expect([refused.status, await codeOf(refused)]).toEqual([400, "CHECKSUM_MISMATCH"]);
  expect(await objectCount(anna.accountId)).toBe(0);
  expect((await send(world.media, upload, portrait)).status).toBe(204);
  const [row] = await world.sql`select original_digest from media.photo where account_id = ${anna.accountId}`;
  expect(row!["original_digest"]).toBe(digestOf(portrait));
});

test("refuses a checksum that is none", async () => {
  const anna = await world.newcomer();
  for (const sha256 of ["", "abc", digestOf(portrait).toUpperCase(), `${digestOf(portrait)}0`]) {
    const { data } = await askUpload(world.media, anna, { ...announced, sha256 });
    expect(data!.createPhotoUpload).toMatchObject({ __typename: "UploadRefused", reason: "CHECKSUM_INVALID" });
  }
});

test("knows a photo again: by its checksum before a byte is sent, by its bytes after", async () => {
  const anna = await world.newcomer();
  const first = await openUpload(world.media, anna, portrait, "image/png");
  expect((await send(world.media, first, portrait)).status).toBe(204);
  const { data } = await askUpload(world.media, anna, announced);
  const known = { __typename: "DuplicatePhoto", photo: { id: first.photo.id, status: "PROCESSING" } };
  expect(data!.createPhotoUpload).toMatchObject(known);
  const second = await openUpload(world.media, anna, portrait, "image/png");
  const refused = await send(world.media, second, portrait);
  expect(refused.status).toBe(409);
  expect(await refused.json()).toMatchObject({ error: { code: "DUPLICATE_PHOTO", photoId: first.photo.id } });
  expect(await objectCount(anna.accountId)).toBe(1);
  const other = await portraitAs("jpeg");
  const third = await openUpload(world.media, anna, other, "image/jpeg");
  expect((await send(world.media, third, other)).status).toBe(204);
});

test("of the same photo sent twice at once, one is taken in", async () => {
  const anna = await world.newcomer();
  const uploads = await Promise.all([1, 2, 3].map(() => openUpload(world.media, anna, portrait, "image/png")));
  const answers = await Promise.all(uploads.map((upload) => send(world.media, upload, portrait)));
  expect(answers.map(({ status }) => status).toSorted((left, right) => left - right)).toEqual([204, 409, 409]);
  expect(await objectCount(anna.accountId)).toBe(1);
});

test("a photo is known within its contact and studio only, and not once it failed", async () => {
  const anna = await world.newcomer();
  const bea = await world.addContact(anna.accountId, anna.studioId);
  const elsewhere = { ...anna, studioId: await world.addStudio(anna.accountId) };
  for (const viewer of [anna, bea, elsewhere]) {
    const upload = await openUpload(world.media, viewer, portrait, "image/png", digestOf(portrait));
    expect((await send(world.media, upload, portrait)).status).toBe(204);
  }
  await world.sql`update media.photo set status = 'failed', failure_code = 'INTERRUPTED'
    where account_id = ${anna.accountId} and contact_id = ${anna.contactId} and studio_id = ${anna.studioId}`;
  const { data } = await askUpload(world.media, anna, announced);
  expect(data!.createPhotoUpload.__typename).toBe("CreatePhotoUploadPayload");
});

test("a photo may be uploaded anew once its submission is closed, and is known again from then on", async () => {
  const anna = await world.newcomer();
  const openedFor = async (status: string) => {
    await world.sql`update media.submission set status = ${status}::media.submission_status, reviewed_digest = 'seen',
      submitted_at = now(), decision = ${["accepted", "rejected"].includes(status) ? status : null},
      decided_at = now() where account_id = ${anna.accountId}`;
    return (await askUpload(world.media, anna, announced)).data!.createPhotoUpload;
  };
  const first = await openUpload(world.media, anna, portrait, "image/png");
  expect((await send(world.media, first, portrait)).status).toBe(204);
  for (const status of ["draft", "in_review", "submitted", "awaiting_admin", "accepted", "withdrawn"]) {
    expect(await openedFor(status)).toMatchObject({ __typename: "DuplicatePhoto", photo: { id: first.photo.id } });
  }
  for (const status of ["purged", "rejected"]) {
    expect((await openedFor(status)).__typename).toBe("CreatePhotoUploadPayload");
  }
  const second = await openUpload(world.media, anna, portrait, "image/png", digestOf(portrait));
  expect((await send(world.media, second, portrait)).status).toBe(204);
  const { data } = await askUpload(world.media, anna, announced);
  expect(data!.createPhotoUpload).toMatchObject({ __typename: "DuplicatePhoto", photo: { id: second.photo.id } });
});

test("of a photo that is there, says whether to go on with it, or that the studio asked for another", async () => {
  const anna = await world.newcomer({ studio: { reviewMode: "by_admin" } });
  const subject = await submissionOf(world, anna);
  await world.sql`update media.photo set original_digest = ${digestOf(portrait)} where account_id = ${anna.accountId}`;
  const upload = await openUpload(world.media, anna, portrait, "image/png");
  const messages = async () => {
    const { data } = await askUpload(world.media, anna, announced);
    const { error } = (await (await send(world.media, upload, portrait)).json()) as Record<string, object>;
    return [data!.createPhotoUpload, error];
  };
  const goOn = { message: expect.stringMatching(/Go on with that one\.$/) };
  expect(await messages()).toMatchObject([goOn, { ...goOn, code: "DUPLICATE_PHOTO" }]);
  const retake = { id: subject.id, version: subject.version, reason: "OTHER" };
  const asked = await change(world, member(anna.accountId, "admin"), "requestRetake", retake);
  expect(asked.kind).toBe("RequestRetakePayload");
  const another = { message: expect.stringMatching(/the studio asked for another one\. Take another photo\.$/) };
  expect(await messages()).toMatchObject([another, { ...another, code: "DUPLICATE_PHOTO", photoId: subject.photoId }]);
  await world.sql`update media.derivative set digest = ${"0".repeat(64)} where account_id = ${anna.accountId}`;
  expect(await messages()).toMatchObject([goOn, goOn]);
});

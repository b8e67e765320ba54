import sharp from "sharp";
import { afterAll, beforeAll, expect, test } from "vitest";
import type { ContactViewer } from "@studio/kit/auth/viewer.js";
import { minuteMs } from "@studio/kit/clock.js";
import { blankPng, portrait, portraitAs } from "../../samples/pictures.js";
import { askPhoto, askUpload, codeOf, openUpload, send, type Upload } from "../../test/contact-client.js";
import { member } from "../../test/viewers.js";
import { openWorld, type World } from "../../test/world.js";
import { openFilesystemStore } from "../storage/filesystem-store.js";

let world: World;
let anna: ContactViewer;
beforeAll(async () => {
  world = await openWorld({ workers: false });
  anna = await world.newcomer();
});
afterAll(() => world.close());

async function expectRefusal(response: Response, status: number, code: string): Promise<void> {
  expect([response.status, await codeOf(response)]).toEqual([status, code]);
}

/** No object of the photo's account is in the store, and the photo still waits. */
async function expectNothingLeft(upload: Upload, viewer = anna): Promise<void> {
  const store = await openFilesystemStore(world.options.objectDirectory);
  expect((await store.list({ prefix: `${viewer.accountId}/` })).objects).toEqual([]);
  expect((await askPhoto(world.media, viewer, upload.photo.id)).data!.photo.status).toBe("UPLOADING");
}

test("takes a photo in once; the same link a second time is refused and changes nothing", async () => {
  const ben = await world.newcomer();
  const upload = await openUpload(world.media, ben, portrait, "image/png");
  expect((await send(world.media, upload, portrait)).status).toBe(204);
  await expectRefusal(await send(world.media, upload, portrait), 409, "LINK_USED");
  const store = await openFilesystemStore(world.options.objectDirectory);
  expect((await store.list({ prefix: `${ben.accountId}/` })).objects).toHaveLength(1);
});

test("of several uploads to one link at once, one is taken and one object stays", async () => {
  const ben = await world.newcomer();
  const upload = await openUpload(world.media, ben, portrait, "image/png");
  const responses = await Promise.all(Array.from({ length: 4 }, () => send(world.media, upload, portrait)));
  const refused = responses.filter(({ status }) => status !== 204);
  expect(await Promise.all(refused.map(codeOf))).toEqual(["LINK_USED", "LINK_USED", "LINK_USED"]);
  const store = await openFilesystemStore(world.options.objectDirectory);
  expect((await store.list({ prefix: `${ben.accountId}/` })).objects).toHaveLength(1);
  const jobs = await world.sql`select 1 from media_jobs.job
    where name = 'process-photo' and data ->> 'accountId' = ${ben.accountId}`;
  expect(jobs).toHaveLength(1);
});

test("refuses more and fewer bytes than announced, whatever the header says", async () => {
  const upload = await openUpload(world.media, anna, portrait, "image/png");
  const longer = Buffer.concat([portrait, Buffer.of(0)]);
  const shorter = portrait.subarray(0, -1);
  await expectRefusal(await send(world.media, upload, longer), 413, "TOO_MANY_BYTES");
  await expectRefusal(await send(world.media, upload, shorter), 400, "LENGTH_MISMATCH");
  const length = { "content-length": String(portrait.length) };
  await expectRefusal(await send(world.media, upload, longer, length), 413, "TOO_MANY_BYTES");
  await expectRefusal(await send(world.media, upload, shorter, length), 400, "LENGTH_MISMATCH");
  await expectRefusal(await send(world.media, upload, portrait, { "content-length": "5" }), 400, "LENGTH_MISMATCH");
  await expectRefusal(
    await send(world.media, upload, portrait, { "content-length": "99999999" }),
    413,
    "TOO_MANY_BYTES",
  );
  await expectRefusal(await send(world.media, upload, Buffer.alloc(0)), 400, "LENGTH_MISMATCH");
  await expectNothingLeft(upload);
});

test("takes nothing in once processing of the contact's data is restricted, also by a link made before", async () => {
  const ben = await world.newcomer();
  const upload = await openUpload(world.media, ben, portrait, "image/png");
  await world.sql`update identity.published_contact set restricted_at = now() where id = ${ben.contactId}`;
  await expectRefusal(await send(world.media, upload, portrait), 403, "PROCESSING_RESTRICTED");
  await expectNothingLeft(upload, ben);
});

test("refuses a body that breaks off", async () => {
  const upload = await openUpload(world.media, anna, portrait, "image/png");
  const body = new ReadableStream<Uint8Array>({
    start: (controller) => controller.enqueue(portrait.subarray(0, 1000)),
    pull: (controller) => controller.error(new Error("gone")),
  });
  const headers = { "content-type": "image/png" };
  const response = await world.media.fetch(
    new Request(upload.uploadUrl, { method: "PUT", headers, body, duplex: "half" }),
  );
  await expectRefusal(response, 400, "UPLOAD_BROKEN_OFF");
  await expectNothingLeft(upload);
});

const text = Buffer.from("this is not a photo, whatever its name says ".repeat(40));
const svg = Buffer.from(`<svg xmlns="http://www.w3.org/2000/svg"><script>alert(1)</script></svg>`);

test.each<[string, () => Buffer | Promise<Buffer>, string, number, string]>([
  ["a text file named .jpg", () => text, "image/jpeg", 415, "TEXT_NOT_SUPPORTED"],
  ["an SVG", () => svg, "image/png", 415, "SVG_NOT_SUPPORTED"],
  ["a PNG of 16,000 × 16,000", () => blankPng(16_000), "image/png", 413, "TOO_MANY_PIXELS"],
  ["a JPEG that ends early", async () => (await portraitAs("jpeg")).subarray(0, -500), "image/jpeg", 400, "TRUNCATED"],
  ["a PNG announced as JPEG", () => portrait, "image/jpeg", 415, "TYPE_MISMATCH"],
])("refuses %s and leaves nothing behind", async (_what, make, contentType, status, code) => {
  const file = await make();
  const upload = await openUpload(world.media, anna, file, contentType);
  await expectRefusal(await send(world.media, upload, file), status, code);
  await expectNothingLeft(upload);
});

test("refuses another content type than announced", async () => {
  const upload = await openUpload(world.media, anna, portrait, "image/png");
  await expectRefusal(
    await send(world.media, upload, portrait, { "content-type": "image/webp" }),
    415,
    "TYPE_MISMATCH",
  );
});

test("refuses a link with a changed byte, one that expired, and other methods", async () => {
  const upload = await openUpload(world.media, anna, portrait, "image/png");
  const changed = { ...upload, uploadUrl: upload.uploadUrl.replace(/.$/, (last) => (last === "A" ? "B" : "A")) };
  await expectRefusal(await send(world.media, changed, portrait), 403, "LINK_INVALID");
  const posted = await send(world.media, { ...upload, method: "POST" }, portrait);
  expect(posted.headers.get("allow")).toBe("PUT, OPTIONS");
  await expectRefusal(posted, 405, "METHOD_NOT_ALLOWED");
  await expectRefusal(
    await world.media.fetch(new Request(upload.uploadUrl.replace("/uploads/", "/photos/"))),
    403,
    "LINK_INVALID",
  );
  world.clock.advance(15 * minuteMs);
  const late = await send(world.media, upload, portrait);
  world.clock.reset();
  await expectRefusal(late, 403, "LINK_EXPIRED");
  await expectNothingLeft(upload);
});

test("a refused file can be replaced under the same link", async () => {
  const ben = await world.newcomer();
  const upload = await openUpload(world.media, ben, portrait, "image/png");
  await send(world.media, upload, Buffer.alloc(portrait.length, "x"));
  await expectNothingLeft(upload, ben);
  expect((await send(world.media, upload, portrait)).status).toBe(204);
});

test("takes in the four formats and knows them from their bytes", async () => {
  for (const format of ["jpeg", "png", "webp", "avif"] as const) {
    const ben = await world.newcomer();
    const file = await sharp(portrait).resize(300).toFormat(format).toBuffer();
    const upload = await openUpload(world.media, ben, file, `image/${format}`);
    expect((await send(world.media, upload, file)).status, format).toBe(204);
    const [row] = await world.sql`select format, width, bytes from media.photo where account_id = ${ben.accountId}`;
    expect(row).toEqual({ format, width: 300, bytes: file.length });
  }
});

test("offers no link to who is not a verified contact of an open studio", async () => {
  const input = { contentType: "image/png", bytes: 1000 };
  const unverified = await askUpload(world.media, await world.newcomer({ status: "unverified" }), input);
  expect(unverified.errors![0]!.extensions.code).toBe("FORBIDDEN");
  const { accountId } = anna;
  expect((await askUpload(world.media, member(accountId, "owner"), input)).errors![0]!.extensions.code).toBe(
    "FORBIDDEN",
  );
  const stranger = { kind: "anonymous", accountId } as const;
  expect((await askUpload(world.media, stranger, input)).errors![0]!.extensions.code).toBe("UNAUTHENTICATED");
  const paused = await askUpload(world.media, await world.newcomer({ studio: { status: "paused" } }), input);
  expect(paused.data!.createPhotoUpload).toMatchObject({ __typename: "UploadRefused", reason: "STUDIO_CLOSED" });
  const restricted = await askUpload(world.media, await world.newcomer({ restricted: true }), input);
  expect(restricted.data!.createPhotoUpload.reason).toBe("PROCESSING_RESTRICTED");
  const heic = await askUpload(world.media, anna, { contentType: "image/heic", bytes: 1000 });
  expect(heic.data!.createPhotoUpload.reason).toBe("HEIC_NOT_SUPPORTED");
});

import { createHash } from "node:crypto";
import sharp from "sharp";
import { afterAll, beforeAll, expect, test, vi } from "vitest";
import type { Viewer } from "@studio/kit/auth/viewer.js";
import { hourMs } from "@studio/kit/clock.js";
import { portrait, portraitFromPhone } from "../samples/pictures.js";
import { ask, askPhoto, codeOf, openUpload, send, submit, type PhotoAnswer } from "../test/contact-client.js";
import { member } from "../test/viewers.js";
import { openWorld, type World } from "../test/world.js";

let world: World;
beforeAll(async () => void (world = await openWorld({ workers: true })));
afterAll(() => world.close());

const sha256 = (bytes: Uint8Array) => createHash("sha256").update(bytes).digest("hex");

/** Uploads the portrait and waits until the contact can look at it. */
async function ready(viewer: Viewer, file: Buffer = portrait, contentType = "image/png"): Promise<PhotoAnswer> {
  const upload = await openUpload(world.media, viewer, file, contentType);
  expect((await send(world.media, upload, file)).status).toBe(204);
  return vi.waitUntil(
    async () => {
      const photo = (await askPhoto(world.media, viewer, upload.photo.id)).data!.photo;
      return photo.status === "READY" && photo;
    },
    { timeout: 20_000, interval: 50 },
  );
}

const fetchBytes = async (url: string) => Buffer.from(await (await world.media.fetch(new Request(url))).arrayBuffer());

test("a contact uploads a photo, reviews the edited version and submits that very version", async () => {
  const anna = await world.newcomer();
  const photo = await ready(anna, await portraitFromPhone(), "image/jpeg");
  expect(photo.edited).toMatchObject({ width: 400, height: 400, contentType: "image/jpeg" });
  const edited = await fetchBytes(photo.edited!.url);
  expect(sha256(edited)).toBe(photo.edited!.digest);
  const { exif, xmp, iptc } = await sharp(edited).metadata();
  expect([exif, xmp, iptc]).toEqual([undefined, undefined, undefined]);

  const { data } = await submit(world.media, anna, { photoId: photo.id, reviewedDigest: photo.edited!.digest });
  expect(data!.submitPhoto).toMatchObject({
    __typename: "SubmitPhotoPayload",
    submission: { status: "SUBMITTED", version: 3, reviewedDigest: photo.edited!.digest },
  });

  const audit =
    await world.sql`select actor_kind, actor_id, action from compliance.audit_log where account = ${anna.accountId}`;
  expect(audit.map((row) => `${row["actor_kind"]} ${row["action"]}`)).toEqual([
    "contact photo.upload_opened",
    "contact submission.created",
    "contact photo.uploaded",
    "system photo.ready",
    "system submission.opened_for_review",
    "contact submission.submitted",
  ]);
  const events =
    await world.sql`select position, type from events.event where account_id = ${anna.accountId} order by position`;
  expect(events.map((row) => row["type"])).toEqual(["submission.created", "photo.ready", "submission.submitted"]);
});

test("nothing readable of a photo lies in the object store", async () => {
  const anna = await world.newcomer();
  const photo = await ready(anna);
  const original = await fetchBytes(photo.original!.url);
  expect(sha256(original)).toBe(photo.original!.digest);
  const [row] = await world.sql`select object_key from media.photo where account_id = ${anna.accountId}`;
  const { readFile } = await import("node:fs/promises");
  const stored = await readFile(`${world.options.objectDirectory}/${row!["object_key"]}~`);
  expect(stored.includes(original.subarray(0, 16))).toBe(false);
});

test("where the studio's review is the admins', a submission awaits them", async () => {
  const anna = await world.newcomer({ studio: { reviewMode: "by_admin" } });
  const photo = await ready(anna);
  const { data } = await submit(world.media, anna, { photoId: photo.id, reviewedDigest: photo.edited!.digest });
  expect(data!.submitPhoto.submission!.status).toBe("AWAITING_ADMIN");
});

test("of two submissions at once, one wins and is announced once", async () => {
  const anna = await world.newcomer();
  const photo = await ready(anna);
  const input = { photoId: photo.id, reviewedDigest: photo.edited!.digest };
  const answers = await Promise.all(Array.from({ length: 6 }, () => submit(world.media, anna, input)));
  const outcomes = answers.map((answer) => answer.data!.submitPhoto.__typename).toSorted();
  expect(outcomes).toEqual([...Array<string>(5).fill("SubmissionClosed"), "SubmitPhotoPayload"].toSorted());
  const events =
    await world.sql`select 1 from events.event where account_id = ${anna.accountId} and type = 'submission.submitted'`;
  expect(events).toHaveLength(1);
});

test("refuses another version than the one reviewed, and a photo without consent", async () => {
  const anna = await world.newcomer({ consents: false });
  const photo = await ready(anna);
  const other = await submit(world.media, anna, { photoId: photo.id, reviewedDigest: photo.original!.digest });
  expect(other.data!.submitPhoto.__typename).toBe("ReviewedVersionMismatch");
  const without = await submit(world.media, anna, { photoId: photo.id, reviewedDigest: photo.edited!.digest });
  expect(without.data!.submitPhoto.__typename).toBe("ConsentMissing");
});

test("the studio's people see a photo only once it is submitted, and then under links", async () => {
  const anna = await world.newcomer();
  const photo = await ready(anna);
  const before = await askPhoto(world.media, member(anna.accountId, "owner"), photo.id);
  expect(before).toMatchObject({ data: { photo: { status: "READY", edited: null, original: null } } });
  expect(before.errors).toBeUndefined();
  await submit(world.media, anna, { photoId: photo.id, reviewedDigest: photo.edited!.digest });
  const after = await askPhoto(world.media, member(anna.accountId, "owner"), photo.id);
  expect(after.data!.photo.edited!.digest).toBe(photo.edited!.digest);
});

test("a photo's link answers with its digest as ETag, to its viewer alone, and not after an hour", async () => {
  const anna = await world.newcomer();
  const { url, digest } = (await ready(anna)).edited!;
  const response = await world.media.fetch(new Request(url));
  expect(Object.fromEntries(response.headers)).toMatchObject({
    etag: `"${digest}"`,
    "content-type": "image/jpeg",
    "content-disposition": "inline",
    "x-content-type-options": "nosniff",
    "cache-control": expect.stringContaining("private"),
  });
  await response.arrayBuffer();
  const known = await world.media.fetch(new Request(url, { headers: { "if-none-match": `"${digest}"` } }));
  expect(known.status).toBe(304);
  const changed = await world.media.fetch(new Request(url.slice(0, -1) + (url.endsWith("A") ? "B" : "A")));
  expect([changed.status, await codeOf(changed)]).toEqual([403, "LINK_INVALID"]);
  world.clock.advance(hourMs);
  const late = await world.media.fetch(new Request(url));
  world.clock.reset();
  expect([late.status, await codeOf(late)]).toEqual([403, "LINK_EXPIRED"]);
});

test("a photo of a studio that cannot make headshots fails for that reason, and is announced", async () => {
  const anna = await world.newcomer({ studio: { recipe: null } });
  const upload = await openUpload(world.media, anna, portrait, "image/png");
  await send(world.media, upload, portrait);
  const failed = await vi.waitUntil(async () => {
    const { photo } = (await askPhoto(world.media, anna, upload.photo.id)).data!;
    return photo.status === "FAILED" && photo;
  }, 10_000);
  expect(failed).toMatchObject({ failureReason: "STUDIO_NOT_SET_UP", edited: null });
  const events =
    await world.sql`select ids from events.event where account_id = ${anna.accountId} and type = 'photo.failed'`;
  expect(events[0]!["ids"]).toMatchObject({ contactId: anna.contactId, studioId: anna.studioId });
  const { data } = await submit(world.media, anna, { photoId: failed.id, reviewedDigest: "" });
  expect(data!.submitPhoto).toMatchObject({
    __typename: "PhotoNotReady",
    message: expect.stringContaining("If it failed, take another photo."),
  });
});

test("once the contact's key is destroyed, their pictures are gone, links and all", async () => {
  const anna = await world.newcomer();
  const { url } = (await ready(anna)).edited!;
  await world.sql`delete from identity.published_contact_key where contact_id = ${anna.contactId}`;
  expect((await world.media.fetch(new Request(url))).status).toBe(404);
});

test("answers the latest submission of a contact with its photo in one go", async () => {
  const anna = await world.newcomer();
  const photo = await ready(anna);
  const { data, errors } = await ask<{ _entities: unknown[] }>(
    world.media,
    anna,
    `query ($of: [_Any!]!) { _entities(representations: $of) { ... on Contact {
      latestSubmission { status photo { id edited { digest } } contact { id } studio { id } }
      submissions(first: 5) { edges { node { status } } } } } }`,
    { of: [{ __typename: "Contact", id: Buffer.from(`Contact:${anna.contactId}`).toString("base64url") }] },
  );
  expect(errors).toBeUndefined();
  expect(data!._entities).toMatchObject([
    {
      latestSubmission: { status: "IN_REVIEW", photo: { id: photo.id, edited: { digest: photo.edited!.digest } } },
      submissions: { edges: [{ node: { status: "IN_REVIEW" } }] },
    },
  ]);
});

test("whatever waits for the store is tried for a day", async () => {
  const queues = await world.sql<{ name: string; hours: number }[]>`
    select name, retry_limit * retry_delay_max / 3600 as hours from media_jobs.queue
    where name in ('process-photo', 'purge-upload', 'purge-collection') order by name`;
  expect(queues.map(({ name, hours }) => [name, hours])).toEqual([
    ["process-photo", 24],
    ["purge-collection", 24],
    ["purge-upload", 24],
  ]);
});

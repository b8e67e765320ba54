import { afterAll, beforeAll, expect, test } from "vitest";
import type { ContactViewer, Viewer } from "@studio/kit/auth/viewer.js";
import { minuteMs } from "@studio/kit/clock.js";
import { newId } from "@studio/kit/id.js";
import { toGlobalId } from "@studio/kit/paging/global-id.js";
import { portrait } from "../../samples/pictures.js";
import { ask, askPhoto, codeOf, openUpload, send, type PhotoAnswer } from "../../test/contact-client.js";
import { client, member } from "../../test/viewers.js";
import { openWorld, type ContactOptions, type StudioOptions, type World } from "../../test/world.js";
import type { Recipe } from "../imaging/recipe.js";
import { seedSubmissions } from "../seed.js";

const badge: Recipe = { width: 64, height: 80, fit: "face", format: "webp", quality: 80, backdrop: "#ffffff" };

let world: World;
beforeAll(async () => void (world = await openWorld({ workers: false })));
afterAll(() => world.close());

interface Subject {
  contact: ContactViewer;
  photoId: string;
  photoRow: string;
}

/** A contact who has submitted a photo. */
async function submitted(options: ContactOptions & { studio?: StudioOptions } = {}): Promise<Subject> {
  const contact = await world.newcomer(options);
  const [photoRow, submissionId] = [newId(), newId()];
  const seed = { ...contact, photoId: photoRow, submissionId, status: "submitted" as const, createdAt: new Date() };
  await seedSubmissions(world.options, contact.accountId, [seed]);
  return { contact, photoRow, photoId: toGlobalId("Photo", photoRow) };
}

const photoFor = async (viewer: Viewer, { photoId }: Subject): Promise<PhotoAnswer> =>
  (await askPhoto(world.media, viewer, photoId)).data!.photo;

const get = (url: string, headers: Record<string, string> = {}, method = "GET") =>
  world.media.fetch(new Request(url, { method, headers }));

const outcomeOf = async (url: string) => {
  const response = await get(url);
  return response.status === 200 ? 200 : [response.status, await codeOf(response)];
};

const ENDED = [403, "ACCESS_ENDED"];

interface Derivative {
  url: string;
  digest: string | null;
  recipe: { name: string };
}

async function derivativesFor(viewer: Viewer, { photoId }: Subject): Promise<Derivative[]> {
  const query = `query ($id: ID!) { photo(id: $id) { derivatives { url digest width height recipe { name } } } }`;
  const { data } = await ask<{ photo: { derivatives: Derivative[] } }>(world.media, viewer, query, { id: photoId });
  return data!.photo.derivatives;
}

test("a picture is served whole or in part, and known versions are not sent again (RFC 9110)", async () => {
  const anna = await submitted();
  const { url, digest } = (await photoFor(anna.contact, anna)).edited!;
  const whole = await get(url);
  const bytes = Buffer.from(await whole.arrayBuffer());
  expect(Object.fromEntries(whole.headers)).toMatchObject({
    etag: `"${digest}"`,
    "accept-ranges": "bytes",
    "content-length": String(bytes.length),
  });
  const part = await get(url, { range: "bytes=100-299" });
  expect([part.status, part.headers.get("content-range")]).toEqual([206, `bytes 100-299/${bytes.length}`]);
  expect(Buffer.from(await part.arrayBuffer()).equals(bytes.subarray(100, 300))).toBe(true);
  const tail = await get(url, { range: "bytes=-7", "if-range": `"${digest}"` });
  expect(Buffer.from(await tail.arrayBuffer()).equals(bytes.subarray(-7))).toBe(true);
  const outdated = await get(url, { range: "bytes=0-1", "if-range": '"other"' });
  expect([outdated.status, (await outdated.arrayBuffer()).byteLength]).toEqual([200, bytes.length]);
  const beyond = await get(url, { range: `bytes=${bytes.length}-` });
  expect([beyond.status, beyond.headers.get("content-range")]).toEqual([416, `bytes */${bytes.length}`]);
  expect((await get(url, { "if-none-match": `"${digest}"`, range: "bytes=0-1" })).status).toBe(304);
  expect((await get(url, { "if-match": '"other"' })).status).toBe(412);
  const head = await get(url, { range: "bytes=0-1" }, "HEAD");
  expect([head.status, head.headers.get("content-length")]).toEqual([200, String(bytes.length)]);
  expect(await head.text()).toBe("");
});

test("a browser keeps a picture for minutes at most, and never past the end of its link", async () => {
  const anna = await submitted();
  const { url, expiresAt } = (await photoFor(anna.contact, anna)).edited!;
  const maxAge = async () => {
    const response = await get(url);
    await response.arrayBuffer();
    return Number(/max-age=(\d+)/.exec(response.headers.get("cache-control")!)![1]);
  };
  expect(await maxAge()).toBe(300);
  world.clock.advance(Date.parse(expiresAt) - world.clock.now().getTime() - minuteMs);
  const left = await maxAge();
  expect([left > 45, left <= 60]).toEqual([true, true]);
  world.clock.reset();
});

test("a changed byte of any link opens nothing", async () => {
  const anna = await submitted();
  await world.addRecipe(anna.contact, "badge", badge);
  const photo = await photoFor(anna.contact, anna);
  const [derivative] = await derivativesFor(anna.contact, anna);
  for (const url of [photo.original!.url, photo.edited!.url, derivative!.url]) {
    const start = url.lastIndexOf("/") + 1;
    for (let at = start; at < url.length; at++) {
      const changed = url.slice(0, at) + (url[at] === "A" ? "B" : "A") + url.slice(at + 1);
      expect([at, await outcomeOf(changed)]).toEqual([at, [403, "LINK_INVALID"]]);
    }
  }
});

test("restricting the processing ends the links of all but the contact, and lifting it opens them", async () => {
  const anna = await submitted();
  const owner = await photoFor(member(anna.contact.accountId, "owner"), anna);
  const own = await photoFor(anna.contact, anna);
  const links = [owner.edited!.url, owner.original!.url];
  expect(await Promise.all(links.map(outcomeOf))).toEqual([200, 200]);
  await world.sql`update identity.published_contact set restricted_at = now() where id = ${anna.contact.contactId}`;
  expect(await Promise.all(links.map(outcomeOf))).toEqual([ENDED, ENDED]);
  expect(await outcomeOf(own.original!.url)).toBe(200);
  await world.sql`update identity.published_contact set restricted_at = null where id = ${anna.contact.contactId}`;
  expect(await Promise.all(links.map(outcomeOf))).toEqual([200, 200]);
});

test("a known version under an ended link is refused, not confirmed", async () => {
  const anna = await submitted();
  const { url, digest } = (await photoFor(member(anna.contact.accountId, "owner"), anna)).edited!;
  await world.sql`update identity.published_contact set restricted_at = now() where id = ${anna.contact.contactId}`;
  expect((await get(url, { "if-none-match": `"${digest}"` })).status).toBe(403);
});

test("links to a purged photo open nothing, for the contact neither", async () => {
  const anna = await submitted();
  const { original, edited } = await photoFor(anna.contact, anna);
  await world.sql`update media.photo set status = 'purged' where id = ${anna.photoRow}`;
  expect(await outcomeOf(original!.url)).toEqual([404, "NOT_FOUND"]);
  expect(await outcomeOf(edited!.url)).toEqual([404, "NOT_FOUND"]);
});

test("a submission that is withdrawn closes the studio's links, and the contact keeps theirs", async () => {
  const anna = await submitted();
  const owner = await photoFor(member(anna.contact.accountId, "owner"), anna);
  const own = await photoFor(anna.contact, anna);
  await world.sql`update media.submission set status = 'withdrawn' where photo_id = ${anna.photoRow}`;
  expect(await outcomeOf(owner.edited!.url)).toEqual(ENDED);
  expect(await outcomeOf(own.edited!.url)).toBe(200);
});

test("a coordinator's link follows the studio's setting and their groups, while it is out", async () => {
  const group = newId();
  const anna = await submitted({ groupIds: [group], studio: { coordinatorsSeeOriginals: true } });
  const { original, edited } = await photoFor(member(anna.contact.accountId, "coordinator", [group]), anna);
  expect([await outcomeOf(original!.url), await outcomeOf(edited!.url)]).toEqual([200, 200]);
  await world.sql`update studio_configuration.published_studio set coordinators_see_originals = false
    where id = ${anna.contact.studioId}`;
  expect([await outcomeOf(original!.url), await outcomeOf(edited!.url)]).toEqual([ENDED, 200]);
  await world.sql`update identity.published_contact set group_ids = '{}' where id = ${anna.contact.contactId}`;
  expect(await outcomeOf(edited!.url)).toEqual(ENDED);
});

test("each class of viewers has a link of its own, which every viewer of the class shares", async () => {
  const anna = await submitted();
  const { accountId } = anna.contact;
  const viewers: Viewer[] = [
    anna.contact,
    member(accountId, "owner"),
    member(accountId, "admin"),
    client(accountId, "integration", ["contacts:read", "photos:read"]),
    client(accountId, "hr_sync", []),
  ];
  const urls = await Promise.all(viewers.map(async (viewer) => (await photoFor(viewer, anna)).edited!.url));
  expect(new Set(urls).size).toBe(viewers.length);
  expect(await Promise.all(urls.map(outcomeOf))).toEqual(viewers.map(() => 200));
  expect((await photoFor(member(accountId, "owner"), anna)).edited!.url).toBe(urls[1]);
});

test("a headshot on the studio's list is made when its link is first opened, once however many ask", async () => {
  const anna = await submitted();
  await world.addRecipe(anna.contact, "badge", badge);
  const [before] = await derivativesFor(anna.contact, anna);
  expect(before).toMatchObject({ recipe: { name: "badge" }, digest: null });
  const answers = await Promise.all(Array.from({ length: 6 }, () => get(before!.url)));
  expect(answers.map((answer) => [answer.status, answer.headers.get("content-type")])).toEqual(
    Array(6).fill([200, "image/webp"]),
  );
  const bytes = await Promise.all(answers.map(async (answer) => Buffer.from(await answer.arrayBuffer())));
  expect(new Set(bytes.map((one) => one.toString("base64"))).size).toBe(1);
  const made = await world.sql`select digest from media.derivative
    where photo_id = ${anna.photoRow} and recipe_hash <> (select recipe_hash from media.photo where id = ${anna.photoRow})`;
  expect(made).toHaveLength(1);
  const [after] = await derivativesFor(anna.contact, anna);
  expect(after!.digest).toBe(made[0]!["digest"]);
});

test("a recipe that is off the list is neither made nor shown any more", async () => {
  const anna = await submitted();
  const recipeId = await world.addRecipe(anna.contact, "badge", badge);
  const [{ url } = { url: "" }] = await derivativesFor(anna.contact, anna);
  expect(await outcomeOf(url)).toBe(200);
  await world.sql`delete from media.derivative_recipe where id = ${recipeId}`;
  expect(await outcomeOf(url)).toEqual([403, "RECIPE_NOT_ALLOWED"]);
  expect(await derivativesFor(anna.contact, anna)).toEqual([]);
});

test("a picture that nobody submitted has a link for its contact alone", async () => {
  const anna = await world.newcomer();
  const upload = await openUpload(world.media, anna, portrait, "image/png");
  await send(world.media, upload, portrait);
  const id = upload.photo.id;
  expect((await askPhoto(world.media, anna, id)).data!.photo.original).not.toBeNull();
  expect((await askPhoto(world.media, member(anna.accountId, "owner"), id)).data!.photo.original).toBeNull();
});

import { afterAll, beforeAll, expect, test } from "vitest";
import type { Viewer } from "@studio/kit/auth/viewer.js";
import { minuteMs } from "@studio/kit/clock.js";
import { badge, photoLinkClient } from "../../test/photo-links.js";
import { client, member } from "../../test/viewers.js";
import { openWorld, type World } from "../../test/world.js";
import { openFilesystemStore } from "../storage/filesystem-store.js";

let world: World;
beforeAll(async () => void (world = await openWorld({ workers: false })));
afterAll(() => world.close());
const { submitted, photoFor, get, outcomeOf, derivativesFor } = photoLinkClient(() => world);

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
  const deleting = await get(url, {}, "DELETE");
  expect([deleting.status, deleting.headers.get("allow")]).toEqual([405, "GET, HEAD"]);
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
    answers.map(() => [200, "image/webp"]),
  );
  const bytes = await Promise.all(answers.map(async (answer) => Buffer.from(await answer.arrayBuffer())));
  expect(new Set(bytes.map((one) => one.toString("base64"))).size).toBe(1);
  const made = await world.sql`select digest from media.derivative
    where photo_id = ${anna.photoRow} and recipe_hash <> (select recipe_hash from media.photo where id = ${anna.photoRow})`;
  expect(made).toHaveLength(1);
  const [after] = await derivativesFor(anna.contact, anna);
  expect(after!.digest).toBe(made[0]!["digest"]);
});

test("a headshot that cannot be made, since the original was lost, is not there", async () => {
  const anna = await submitted();
  await world.addRecipe(anna.contact, "badge", badge);
  const [{ url } = { url: "" }] = await derivativesFor(anna.contact, anna);
  const [row] = await world.sql`select object_key from media.photo where id = ${anna.photoRow}`;
  await (await openFilesystemStore(world.options.objectDirectory)).delete(row!["object_key"] as string);
  expect(await outcomeOf(url)).toEqual([404, "NOT_FOUND"]);
});

test("a picture whose object was lost is not there, for HEAD as for GET", async () => {
  const anna = await submitted();
  const { url } = (await photoFor(anna.contact, anna)).edited!;
  const [row] = await world.sql`select object_key from media.derivative where photo_id = ${anna.photoRow}`;
  await (await openFilesystemStore(world.options.objectDirectory)).delete(row!["object_key"] as string);
  const statuses = [await get(url), await get(url, {}, "HEAD")].map(({ status }) => status);
  expect(statuses).toEqual([404, 404]);
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
  const anna = await submitted({}, "in_review");
  const owner = member(anna.contact.accountId, "owner");
  const [own, others] = await Promise.all([anna.contact, owner].map((viewer) => photoFor(viewer, anna)));
  expect([await outcomeOf(own!.original!.url), await outcomeOf(own!.edited!.url)]).toEqual([200, 200]);
  expect([others!.original, others!.edited]).toEqual([null, null]);
});

test("an original that is not clean has no link, and a link to it opens nothing", async () => {
  const anna = await submitted();
  const { original } = await photoFor(anna.contact, anna);
  await world.sql`update media.photo set clean_digest = null where id = ${anna.photoRow}`;
  expect((await photoFor(anna.contact, anna)).original).toBeNull();
  expect(await outcomeOf(original!.url)).toEqual([404, "NOT_FOUND"]);
});

import { createHash } from "node:crypto";
import { afterAll, beforeAll, expect, test } from "vitest";
import { dayMs, minuteMs } from "@studio/kit/clock.js";
import type { Viewer } from "@studio/kit/auth/viewer.js";
import { newId } from "@studio/kit/id.js";
import { toGlobalId } from "@studio/kit/paging/global-id.js";
import { ask, codeOf } from "../../test/contact-client.js";
import { openGalleryWorld } from "../../test/gallery-world.js";
import { client, member, studioGid } from "../../test/viewers.js";

let home: Awaited<ReturnType<typeof openGalleryWorld>>;
beforeAll(async () => void (home = await openGalleryWorld()));
afterAll(() => home.world.close());

interface Shown {
  name: string;
  pinNeeded: boolean;
  photos: { id: string; digest: string }[] | null;
}

const show = async (url: string) => (await (await home.get(url)).json()) as Shown;
const idsIn = async (url: string) => (await show(url)).photos!.map(({ id }) => id);

const digestOf = async (response: Response) =>
  createHash("sha256")
    .update(Buffer.from(await response.arrayBuffer()))
    .digest("hex");

test("P10: a gallery shows what was approved and stands, under a link of which only a digest is kept", async () => {
  const { url, gallery } = await home.make();
  const token = url.split("/").at(-1)!;
  expect(Buffer.from(token.slice(22), "base64url")).toHaveLength(32);
  const [row] = await home.world.sql`select link_digest from media.gallery where name = 'Team'`;
  expect((row!["link_digest"] as Buffer).includes(Buffer.from(token))).toBe(false);
  const shown = await show(url);
  expect(shown.photos!.map(({ id }) => id)).toEqual([0, 1, 2].map(home.photoGid));
  expect(Object.keys(shown.photos![0]!).toSorted()).toEqual([
    "bytes",
    "caption",
    "contentType",
    "digest",
    "height",
    "id",
    "width",
  ]);
  const picture = await home.get(`${url}/photos/${home.photoGid(1)}`);
  expect([picture.status, await digestOf(picture)]).toEqual([200, shown.photos![1]!.digest]);
  expect((await home.get(`${url}/photos/${home.photoGid(3)}`)).status).toBe(404);
  expect((await home.get(`${url.slice(0, -1)}${url.endsWith("A") ? "B" : "A"}`)).status).toBe(404);
  expect(gallery.state).toBe("OPEN");
});

test("P10: where there is a PIN, every answer with pictures asks for it", async () => {
  const { url } = await home.make({ pin: "482915" });
  const [kept] = await home.world.sql`select pin_digest from media.gallery where pin_digest is not null`;
  expect((kept!["pin_digest"] as Buffer).includes("482915")).toBe(false);
  expect(await show(url)).toMatchObject({ pinNeeded: true, photos: null });
  const paths = [`/photos/${home.photoGid(0)}`, "/photos.zip"];
  for (const path of paths) {
    for (const pass of ["", "?pass=", "?pass=x.y"]) {
      const refused = await home.get(`${url}${path}${pass}`);
      expect([refused.status, await codeOf(refused)]).toEqual([403, "PIN_NEEDED"]);
    }
  }
  const wrong = await home.enter(url, "482916");
  expect([wrong.status, await codeOf(wrong)]).toEqual([403, "PIN_WRONG"]);
  const { pass } = (await (await home.enter(url, "482915")).json()) as { pass: string };
  for (const path of paths) expect((await home.get(`${url}${path}?pass=${pass}`)).status).toBe(200);
  const other = await home.make({ pin: "482915" });
  expect((await home.get(`${other.url}/photos.zip?pass=${pass}`)).status).toBe(403);
  home.world.clock.advance(60 * minuteMs);
  expect((await home.get(`${url}/photos.zip?pass=${pass}`)).status).toBe(403);
  home.world.clock.reset();
});

test("P10: guessing is stopped after five tries of an address, at once or in turn, and locks out nobody else", async () => {
  const { url } = await home.make({ pin: "731640" });
  const guesses = await Promise.all(Array.from({ length: 12 }, (_, digit) => home.enter(url, `00000${digit % 10}`)));
  const statuses = Object.groupBy(guesses, ({ status }) => status);
  expect([statuses[403]?.length, statuses[429]?.length]).toEqual([5, 7]);
  expect((await home.enter(url, "731640")).status).toBe(429);
  expect((await home.enter(url, "731640", "192.0.2.2")).status).toBe(200);
  await home.world.sql`update media.gallery_attempt set attempts = 1000 where address = ''`;
  expect((await home.enter(url, "731640", "203.0.113.7")).status).toBe(200);
  const slowed = [await home.enter(url, "111111", "203.0.113.8"), await home.enter(url, "731640", "203.0.113.8")];
  expect(slowed.flatMap(({ status, headers }) => [status, headers.get("retry-after")])).toEqual([403, null, 429, "30"]);
  home.world.clock.advance(30_000);
  expect((await home.enter(url, "731640", "203.0.113.8")).status).toBe(200);
  home.world.clock.advance(15 * minuteMs);
  expect((await home.enter(url, "731640")).status).toBe(200);
  home.world.clock.reset();
  const stored = await home.world.sql`select address from media.gallery_attempt`;
  expect(stored.map((row) => row["address"] as string).join(" ")).not.toMatch(/\d+\.\d+\.\d+/);
});

test("P10: whoever has a whole IPv6 network guesses from it as from one address", async () => {
  const { url } = await home.make({ pin: "731640" });
  const from = (host: number) => home.enter(url, "000000", `2001:db8:0:1${host}::${host}`);
  const guesses = await Promise.all(Array.from({ length: 8 }, (_, host) => from(10 + host)));
  expect(guesses.filter(({ status }) => status === 429)).toHaveLength(3);
  expect((await home.enter(url, "731640", "2001:db8:0:200::1")).status).toBe(200);
});

test("reads no more of a body than a PIN may have", async () => {
  const { url } = await home.make({ pin: "731640" });
  let taken = 0;
  const endless = new ReadableStream({ pull: (body) => body.enqueue(Buffer.alloc((taken += 1) && 1_000, "1")) });
  const answer = await home.world.media.fetch(
    new Request(`${url}/pass`, { method: "POST", body: endless, duplex: "half" }),
  );
  expect([answer.status, await codeOf(answer), taken < 10]).toEqual([400, "BAD_REQUEST", true]);
  for (const body of ["", "null", "[]", '{"pin":731640}', '{"pin":["731640"]}', `{"pin":"${"1".repeat(1_024)}"}`])
    expect((await home.world.media.fetch(new Request(`${url}/pass`, { method: "POST", body }))).status).toBe(400);
});

test("the archive holds what is shown, and says how long it is", async () => {
  const { url } = await home.make();
  const response = await home.get(`${url}/photos.zip`);
  const archive = Buffer.from(await response.arrayBuffer());
  expect(Number(response.headers.get("content-length"))).toBe(archive.length);
  expect(archive.subarray(0, 4).toString("latin1")).toBe("PK\u0003\u0004");
  for (const name of ["headshots/1.jpg", "headshots/2.jpg", "headshots/3.jpg"])
    expect(archive.includes(name)).toBe(true);
});

test("a version that two recipes made alike is shown once", async () => {
  const { url } = await home.make();
  const [{ accountId }, { photoId }] = [home.people[0]!, home.seeds[0]!];
  await home.world.sql`
    insert into media.derivative select account_id, photo_id, 'another', digest, width, height, bytes, content_type,
      object_key, remover_version, created_at from media.derivative
    where account_id = ${accountId} and photo_id = ${photoId}`;
  expect(await idsIn(url)).toEqual([0, 1, 2].map(home.photoGid));
  await home.world.sql`delete from media.derivative where recipe_hash = 'another'`;
});

test("a selection shows no more than was selected, and takes the studio's submissions alone", async () => {
  const submissionIds = [toGlobalId("Submission", home.seeds[1]!.submissionId)];
  const { url } = await home.make({ submissionIds });
  expect(await idsIn(url)).toEqual([home.photoGid(1)]);
  expect((await home.get(`${url}/photos/${home.photoGid(0)}`)).status).toBe(404);
  const elsewhere = await home.world.addStudio(home.people[0]!.accountId);
  const foreign = await home.make({ submissionIds, studioId: studioGid(elsewhere) });
  expect(foreign).toMatchObject({ kind: "InvalidGallery", path: ["input", "submissionIds"] });
});

test("a contact under restriction, or who took their photo back, vanishes at once", async () => {
  const { url } = await home.make();
  await home.world
    .sql`update identity.published_contact set restricted_at = now() where id = ${home.people[0]!.contactId}`;
  await home.world.sql`update media.submission set status = 'withdrawn' where id = ${home.seeds[2]!.submissionId}`;
  expect(await idsIn(url)).toEqual([home.photoGid(1)]);
  for (const index of [0, 2]) expect((await home.get(`${url}/photos/${home.photoGid(index)}`)).status).toBe(404);
  await home.world
    .sql`update identity.published_contact set restricted_at = null where id = ${home.people[0]!.contactId}`;
  await home.world.sql`update media.submission set status = 'submitted' where id = ${home.seeds[2]!.submissionId}`;
  expect(await idsIn(url)).toHaveLength(3);
});

test("a gallery ends when it is locked, or when its time is over", async () => {
  const [locked, expiring] = [await home.make(), await home.make({ expiresAt: home.inDays(1) })];
  const lock = () =>
    ask<{ lockGallery: { kind: string; gallery?: { state: string } } }>(
      home.world.media,
      home.owner,
      `mutation ($id: ID!) { lockGallery(input: { id: $id }) { kind: __typename ... on LockGalleryPayload { gallery { state } } } }`,
      { id: locked.gallery.id },
    );
  expect((await lock()).data!.lockGallery).toMatchObject({ gallery: { state: "LOCKED" } });
  expect((await lock()).data!.lockGallery.kind).toBe("GalleryClosed");
  home.world.clock.advance(dayMs);
  const ends = [await home.get(locked.url), await home.get(`${expiring.url}/photos.zip`)];
  expect(await Promise.all(ends.map(codeOf))).toEqual(["GALLERY_LOCKED", "GALLERY_EXPIRED"]);
  home.world.clock.reset();
});

test("galleries are opened by owner and admins of the account, and what is wrong is told by place", async () => {
  const { accountId } = home.people[0]!;
  const wrong: [object, string][] = [
    [{ name: " " }, "name"],
    [{ pin: "12345" }, "pin"],
    [{ expiresAt: home.inDays(-1) }, "expiresAt"],
    [{ expiresAt: home.inDays(367) }, "expiresAt"],
    [{ submissionIds: [] }, "submissionIds"],
  ];
  for (const [input, field] of wrong) expect((await home.make({ ...input })).path).toEqual(["input", field]);
  const others: [Viewer, string][] = [
    [member(accountId, "admin"), "CreateGalleryPayload"],
    [member(accountId, "coordinator", [newId()]), "FORBIDDEN"],
    [member(accountId, "privacy_officer"), "FORBIDDEN"],
    [home.people[0]!, "FORBIDDEN"],
    [client(accountId, "integration", ["photos:read"]), "FORBIDDEN"],
    [{ kind: "anonymous", accountId }, "UNAUTHENTICATED"],
    [member(newId(), "owner"), "NOT_FOUND"],
  ];
  for (const [viewer, kind] of others) expect((await home.make({}, viewer)).kind).toBe(kind);
  const list = `{ galleries(first: 2) { edges { node { id } } pageInfo { hasNextPage } } }`;
  const { data } = await ask<{ galleries: { edges: object[] } }>(home.world.media, home.owner, list);
  expect(data!.galleries).toMatchObject({ edges: [{}, {}], pageInfo: { hasNextPage: true } });
});

import { afterAll, beforeAll, expect, onTestFinished, test } from "vitest";
import { openGalleryWorld } from "../../test/gallery-world.js";

let home: Awaited<ReturnType<typeof openGalleryWorld>>;
beforeAll(async () => void (home = await openGalleryWorld()));
afterAll(() => home.world.close());

const head = (url: string) => home.world.media.fetch(new Request(url, { method: "HEAD" }));

test("HEAD answers as GET does, without the bytes (RFC 9110, section 9.3.2)", async () => {
  const open = await home.make();
  const closed = await home.make({ pin: "482915" });
  const paths = ["", `/photos/${home.photoGid(0)}`, `/photos/${home.photoGid(3)}`, "/photos.zip", "/elsewhere"];
  for (const url of [open, closed].flatMap((gallery) => paths.map((path) => gallery.url + path))) {
    const [whole, bare] = [await home.get(url), await head(url)];
    expect([bare.status, Object.fromEntries(bare.headers)], url).toEqual([
      whole.status,
      Object.fromEntries(whole.headers),
    ]);
    if (bare.ok) expect(await bare.text()).toBe("");
    await whole.body?.cancel();
  }
  const entering = await head(`${closed.url}/pass`);
  expect([entering.status, entering.headers.get("allow")]).toEqual([405, "POST"]);
  const deleting = await home.world.media.fetch(new Request(open.url, { method: "DELETE" }));
  expect([deleting.status, deleting.headers.get("allow")]).toEqual([405, "GET, HEAD"]);
});

test("P19: once a contact's key is destroyed, a gallery and its archive go on without their picture", async () => {
  const { url } = await home.make();
  const [{ contactId }] = [home.people[1]!];
  const [key] = await home.world
    .sql`delete from identity.published_contact_key where contact_id = ${contactId} returning *`;
  onTestFinished(
    async () => void (await home.world.sql`insert into identity.published_contact_key ${home.world.sql(key!)}`),
  );
  const { photos } = (await (await home.get(url)).json()) as { photos: { id: string }[] };
  expect(photos.map(({ id }) => id)).toEqual([0, 2].map(home.photoGid));
  expect((await home.get(`${url}/photos/${home.photoGid(1)}`)).status).toBe(404);
  const archive = await home.get(`${url}/photos.zip`);
  expect((await archive.arrayBuffer()).byteLength).toBe(Number(archive.headers.get("content-length")));
});

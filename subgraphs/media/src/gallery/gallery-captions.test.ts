import { afterAll, beforeAll, expect, test } from "vitest";
import { newId } from "@studio/kit/id.js";
import { openGalleryWorld } from "../../test/gallery-world.js";

let home: Awaited<ReturnType<typeof openGalleryWorld>>;
const fieldId = newId();

/** Identity says what contacts have in the field whatever its definition: what is shown is media's decision here. */
beforeAll(async () => {
  home = await openGalleryWorld();
  const { accountId, studioId } = home.people[0]!;
  await home.world.sql`insert into identity.published_contact_field values (${accountId}, ${fieldId}, 'L0', 'active')`;
  await home.world
    .sql`update studio_configuration.published_studio set caption_field_id = ${fieldId} where id = ${studioId}`;
  for (const [index, value] of ["Design", "../Sales: C:\\x"].entries())
    await home.world.sql`
      insert into identity.public_value values (${accountId}, ${fieldId}, ${home.people[index]!.contactId}, ${value})`;
});
afterAll(() => home.world.close());

const captionsIn = async (url: string): Promise<(string | null)[]> => {
  const { photos } = (await (await home.get(url)).json()) as { photos: { caption: string | null }[] | null };
  return photos!.map(({ caption }) => caption);
};
const CAPTIONS = ["Design", "../Sales: C:\\x", null];

test("pictures have the caption that the studio's field has for their contact", async () => {
  const { url } = await home.make();
  expect(await captionsIn(url)).toEqual(CAPTIONS);
  const { url: closed } = await home.make({ pin: "482915" });
  expect(await (await home.get(closed)).json()).toMatchObject({ pinNeeded: true, photos: null });
  const { pass } = (await (await home.enter(closed, "482915")).json()) as { pass: string };
  expect(await captionsIn(`${closed}?pass=${pass}`)).toEqual(CAPTIONS);
});

test("a field that becomes confidential or falls out of use captions nothing from then on", async () => {
  const { url } = await home.make();
  const set = (sensitivity: string, state: string) =>
    home.world.sql`update identity.published_contact_field set sensitivity = ${sensitivity}, state = ${state}`;
  for (const sensitivity of ["L1", "L2", "L3"]) {
    await set(sensitivity, "active");
    expect(await captionsIn(url)).toEqual([null, null, null]);
  }
  for (const state of ["deprecated", "archived", "deleted"]) {
    await set("L0", state);
    expect(await captionsIn(url)).toEqual([null, null, null]);
  }
  await set("L0", "active");
  expect(await captionsIn(url)).toEqual(CAPTIONS);
});

test("under a contact who is restricted or being erased there is neither picture nor caption", async () => {
  const { url } = await home.make();
  const about = (status: string, restrictedAt: Date | null) =>
    home.world.sql`update identity.published_contact set status = ${status}, restricted_at = ${restrictedAt}
      where id = ${home.people[0]!.contactId}`;
  for (const [status, restrictedAt] of [
    ["verified", new Date()],
    ["erasing", null],
    ["erased", null],
  ] as const) {
    await about(status, restrictedAt);
    expect(await captionsIn(url)).toEqual(CAPTIONS.slice(1));
  }
  await about("verified", null);
});

test("the archive's names are numbers and what of the captions can be no path", async () => {
  const { url } = await home.make();
  const archive = Buffer.from(await (await home.get(`${url}/photos.zip`)).arrayBuffer());
  for (const name of ["headshots/1 Design.jpg", "headshots/2 Sales C x.jpg", "headshots/3.jpg"])
    expect(archive.includes(name)).toBe(true);
});

test("an archive breaks off once a caption in it is shown no more", async () => {
  const { url } = await home.make();
  const response = await home.get(`${url}/photos.zip`);
  await home.world.sql`update identity.published_contact_field set sensitivity = 'L1'`;
  await expect(response.arrayBuffer()).rejects.toThrow();
  await home.world.sql`update identity.published_contact_field set sensitivity = 'L0'`;
});

test("each address of a gallery says which method it takes (RFC 9110)", async () => {
  const { url } = await home.make();
  for (const [path, method, allowed] of [
    ["", "POST", "GET, HEAD"],
    ["/photos.zip", "DELETE", "GET, HEAD"],
    ["/pass", "GET", "POST"],
  ] as const) {
    const { status, headers } = await home.world.media.fetch(new Request(`${url}${path}`, { method }));
    expect([status, headers.get("allow")]).toEqual([405, allowed]);
  }
});

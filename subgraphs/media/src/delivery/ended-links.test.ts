import { afterAll, beforeAll, expect, test } from "vitest";
import type { StatedPurpose } from "@studio/kit/auth/purpose.js";
import { newId } from "@studio/kit/id.js";
import { ask } from "../../test/contact-client.js";
import { photoLinkClient } from "../../test/photo-links.js";
import { member } from "../../test/viewers.js";
import { openWorld, type World } from "../../test/world.js";

let world: World;
beforeAll(async () => void (world = await openWorld({ workers: false })));
afterAll(() => world.close());
const { submitted, photoFor, get, outcomeOf } = photoLinkClient(() => world);

const ENDED = [403, "ACCESS_ENDED"];

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

test("what a purpose opened of a contact under restriction is fetched by its link", async () => {
  const anna = await submitted();
  await world.sql`update identity.published_contact set restricted_at = now() where id = ${anna.contact.contactId}`;
  const query = `query ($id: ID!) { photo(id: $id) { original { url } } }`;
  const purpose: StatedPurpose = { purpose: "legal_claim", note: null };
  for (const role of ["owner", "privacy_officer"] as const) {
    const viewer = member(anna.contact.accountId, role);
    const { data } = await ask<any>(world.media, viewer, query, { id: anna.photoId }, purpose);
    expect(await outcomeOf(data.photo.original.url)).toBe(200);
  }
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

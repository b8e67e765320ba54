import { createHash } from "node:crypto";
import { sql } from "drizzle-orm";
import { afterAll, beforeAll, expect, test } from "vitest";
import type { ContactViewer } from "@studio/kit/auth/viewer.js";
import { openDatabase } from "@studio/kit/db/database.js";
import { roleUrl } from "@studio/kit/db/role-url.js";
import { newId } from "@studio/kit/id.js";
import { poll } from "../../../../dev/src/poll.js";
import { portrait } from "../../samples/pictures.js";
import { askPhoto, openUpload, send } from "../../test/contact-client.js";
import { openContactMoves } from "../../test/contact-moves.js";
import { openWorld, type World } from "../../test/world.js";

let world: World;
let moves: ReturnType<typeof openContactMoves>;

beforeAll(async () => {
  world = await openWorld({ workers: true });
  moves = openContactMoves(world);
});

afterAll(async () => {
  await moves.close();
  await world.close();
});

const photoOf = async (viewer: ContactViewer, id: string) =>
  (await askPhoto(world.media, viewer, id)).data?.photo ?? null;

const readyPhotoOf = (viewer: ContactViewer, id: string) =>
  poll(async () => ((await photoOf(viewer, id))?.status === "READY" ? photoOf(viewer, id) : undefined), {
    timeoutMs: 30_000,
    everyMs: 50,
  });

const fetchBytes = async (url: string) => {
  const response = await world.media.fetch(new Request(url));
  return { status: response.status, bytes: Buffer.from(await response.arrayBuffer()) };
};

test("a photo that is moved while it is uploaded opens for the survivor, until the key held for them is destroyed", async () => {
  const duplicate = await world.newcomer();
  const survivor = await world.addContact(duplicate.accountId, duplicate.studioId);
  const upload = await openUpload(world.media, duplicate, portrait, "image/png");
  const receipt = await moves.move(duplicate, survivor);
  expect([receipt.photos.length, receipt.submissions.length]).toEqual([1, 1]);
  expect((await send(world.media, upload, portrait)).status).toBe(204);
  const photo = await readyPhotoOf(survivor, upload.photo.id);
  const { bytes } = await fetchBytes(photo!.original!.url);
  expect(createHash("sha256").update(bytes).digest("hex")).toBe(photo!.original!.digest);
  expect((await fetchBytes(photo!.edited!.url)).status).toBe(200);
  expect(await photoOf(duplicate, upload.photo.id)).toBeNull();
  expect(await moves.giveBack(survivor, duplicate, receipt)).toEqual([]);
  expect(await photoOf(survivor, upload.photo.id)).toBeNull();
  expect((await photoOf(duplicate, upload.photo.id))?.status).toBe("READY");
  await moves.move(duplicate, survivor);
  await world.sql`delete from identity.published_contact_key where contact_id = ${duplicate.contactId}`;
  expect((await fetchBytes(photo!.original!.url)).status).toBe(404);
});

test("moves nothing of an account that is not the transaction's, and nothing for another service", async () => {
  const from = await world.newcomer();
  const to = await world.addContact(from.accountId, from.studioId);
  await openUpload(world.media, from, portrait, "image/png");
  expect(await moves.move(from, to, newId())).toEqual({ photos: [], submissions: [] });
  const { databaseUrl, masterKey } = world.options;
  const compliance = openDatabase({ url: roleUrl(databaseUrl, masterKey, "compliance"), applicationName: "test" });
  const asked = compliance.inAccount(from.accountId, (tx) =>
    tx.execute(sql`select media.move_contact(${from.accountId}::uuid, ${from.contactId}::uuid, ${to.contactId}::uuid)`),
  );
  await expect(asked).rejects.toMatchObject({ cause: { code: "42501" } });
  await compliance.close();
});

import { createHash } from "node:crypto";
import { afterAll, beforeAll, expect, test } from "vitest";
import type { ContactViewer } from "@studio/kit/auth/viewer.js";
import { hourMs } from "@studio/kit/clock.js";
import { parseGlobalId } from "@studio/kit/paging/global-id.js";
import { blankPng, portrait } from "../../subgraphs/media/samples/pictures.js";
import { askPhoto, codeOf, openUpload, type Upload } from "../../subgraphs/media/test/contact-client.js";
import { openJobServices, type JobServices } from "../../subgraphs/media/test/job-services.js";
import { tusClient } from "../../subgraphs/media/test/tus-client.js";
import { openWorld, type World } from "../../subgraphs/media/test/world.js";
import { purgeUpload } from "../../subgraphs/media/src/upload/purge-upload.js";
import { reconcileStorage } from "../../subgraphs/media/src/reconciler/reconcile-storage.js";
import { startSwift, type RunningSwift } from "../support/swift.js";
import { until } from "../support/stream.js";

let swift: RunningSwift;
let world: World;
let services: JobServices;
beforeAll(async () => {
  swift = await startSwift();
  world = await openWorld({ workers: true, storageUrl: await swift.newBucket() });
  services = await openJobServices(world);
});
afterAll(async () => {
  await services?.close();
  await world?.close();
  await swift?.stop();
});

/** Sends a file to the bucket as the upload asks, past the platform. */
async function putInBucket({ uploadUrl, method, headers }: Upload, file: Buffer): Promise<number> {
  expect(new URL(uploadUrl).origin).toBe(swift.endpoint);
  const asked = Object.fromEntries(headers.map(({ name, value }) => [name, value]));
  return (await fetch(uploadUrl, { method, headers: asked, body: new Uint8Array(file) })).status;
}

const complete = ({ completeUrl }: Upload) => world.media.fetch(new Request(completeUrl!, { method: "POST" }));

async function expectRefusal(response: Response, status: number, code: string): Promise<void> {
  expect([response.status, await codeOf(response)]).toEqual([status, code]);
}

async function keysOf({ accountId }: ContactViewer): Promise<string[]> {
  const { objects } = await services.objects.list({ prefix: "" });
  return objects.map(({ key }) => key).filter((key) => key.includes(accountId));
}

const photoOf = async (viewer: ContactViewer, upload: Upload) =>
  (await askPhoto(world.media, viewer, upload.photo.id)).data!.photo;

test("a photo goes straight to the bucket, is sealed and edited there, and is served from there", async () => {
  const anna = await world.newcomer();
  const upload = await openUpload(world.media, anna, portrait, "image/png");
  await expectRefusal(await complete(upload), 409, "UPLOAD_INCOMPLETE");
  expect(await putInBucket(upload, portrait)).toBe(200);
  expect(await keysOf(anna)).toEqual([expect.stringMatching(/^quarantine\//)]);
  expect((await complete(upload)).status).toBe(204);
  expect((await keysOf(anna)).filter((key) => key.startsWith("quarantine/"))).toEqual([]);
  await until("the photo is edited", async () => (await photoOf(anna, upload)).status === "READY");
  const { edited, original } = await photoOf(anna, upload);
  const served = await world.media.fetch(new Request(original!.url));
  const bytes = Buffer.from(await served.arrayBuffer());
  expect(createHash("sha256").update(bytes).digest("hex")).toBe(original!.digest);
  expect((await keysOf(anna)).filter((key) => key.includes("/original-"))).toEqual([]);
  expect((await world.media.fetch(new Request(edited!.url))).headers.get("content-type")).toBe("image/jpeg");
  for (const key of await keysOf(anna)) {
    const atRest = await services.objects.get(key, { start: 0, end: 1 });
    expect((await atRest.body.toArray())[0], key).toEqual(Buffer.of(2));
  }
  await expectRefusal(await complete(upload), 409, "LINK_USED");
});

test("what is in the bucket is looked at like any other upload, and goes if it is refused", async () => {
  const anna = await world.newcomer();
  const bomb = blankPng(16_000);
  const upload = await openUpload(world.media, anna, bomb, "image/png");
  expect(await putInBucket(upload, bomb)).toBe(200);
  await expectRefusal(await complete(upload), 413, "TOO_MANY_PIXELS");
  expect(await keysOf(anna)).toEqual([]);
  await expectRefusal(await complete(upload), 409, "UPLOAD_INCOMPLETE");
});

test("an upload is resumed on the bucket too, and its parts go once it is whole", async () => {
  const anna = await world.newcomer();
  const upload = await openUpload(world.media, anna, portrait, "image/png");
  const tus = tusClient(world.media, upload);
  expect((await tus.patch(0, portrait.subarray(0, 70_000))).status).toBe(204);
  expect(await tus.offset()).toBe(70_000);
  expect((await tus.patch(70_000, portrait.subarray(70_000))).status).toBe(204);
  await until("the photo is edited", async () => (await photoOf(anna, upload)).status === "READY");
  expect((await keysOf(anna)).filter((key) => key.includes("/part-"))).toEqual([]);
});

test("P26: what was sent to the bucket and never completed is purged after a day, and the store agrees", async () => {
  const anna = await world.newcomer();
  const upload = await openUpload(world.media, anna, portrait, "image/png");
  expect(await putInBucket(upload, portrait)).toBe(200);
  world.clock.advance(24 * hourMs);
  await purgeUpload(services, { accountId: anna.accountId, photoId: parseGlobalId(upload.photo.id)!.id });
  world.clock.reset();
  expect(await keysOf(anna)).toEqual([]);
  expect((await photoOf(anna, upload)).status).toBe("PURGED");
  expect(await reconcileStorage(services)).toMatchObject({ orphans: 0, lost: 0, outcome: "agreed" });
  const [planned] = await world.sql`select cron from media_jobs.schedule where name = 'reconcile-storage'`;
  expect(planned!["cron"]).toBe("23 2 * * *");
});

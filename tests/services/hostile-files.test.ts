import { afterAll, beforeAll, expect, test } from "vitest";
import { newId } from "@studio/kit/id.js";
import { parseGlobalId } from "@studio/kit/paging/global-id.js";
import { portrait } from "../../subgraphs/media/samples/pictures.js";
import { askPhoto, openUpload, send } from "../../subgraphs/media/test/contact-client.js";
import { hostileFiles } from "../../subgraphs/media/test/hostile-files.js";
import { openJobServices, type JobServices } from "../../subgraphs/media/test/job-services.js";
import { openWorld, type World } from "../../subgraphs/media/test/world.js";
import { UploadLinks } from "../../subgraphs/media/src/upload/upload-links.js";

const MEGABYTE = 1024 * 1024;

let world: World;
let services: JobServices;
beforeAll(async () => {
  world = await openWorld({ workers: false });
  services = await openJobServices(world);
});
afterAll(async () => {
  await services?.close();
  await world?.close();
});

test("P33: 1,000 hostile files: no crash, little memory, each refused by name, and nothing left of them", async () => {
  const anna = await world.newcomer();
  const upload = await openUpload(world.media, anna, portrait, "image/png");
  const { masterKey, publicUrl } = world.options;
  const links = new UploadLinks(masterKey, publicUrl, world.clock);
  const grant = {
    accountId: anna.accountId,
    contactId: anna.contactId,
    photoId: parseGlobalId(upload.photo.id)!.id,
    sessionId: newId(),
    sha256: null,
    way: "whole",
  } as const;
  const before = process.memoryUsage.rss();
  let most = before;
  const reasons = new Map<string, number>();
  for await (const { what, as, bytes } of hostileFiles(1000, 2026)) {
    const contentType = `image/${as}`;
    const uploadUrl = links.urlFor({ ...grant, contentType, bytes: bytes.length }, links.expiry("whole"));
    const headers = [{ name: "content-type", value: contentType }];
    const response = await send(world.media, { ...upload, uploadUrl, headers }, bytes);
    const text = await response.text();
    expect([400, 413, 415], `${what}: ${response.status} ${text}`).toContain(response.status);
    const { code } = (JSON.parse(text) as { error: { code: string } }).error;
    reasons.set(code, (reasons.get(code) ?? 0) + 1);
    most = Math.max(most, process.memoryUsage.rss());
  }
  console.log(
    `memory rose by ${Math.round((most - before) / MEGABYTE)} MB; ${JSON.stringify(Object.fromEntries(reasons))}`,
  );
  expect(most - before).toBeLessThan(300 * MEGABYTE);
  expect(reasons.size).toBeGreaterThan(8);
  expect((await services.objects.list({ prefix: "" })).objects).toEqual([]);
  expect((await askPhoto(world.media, anna, upload.photo.id)).data!.photo.status).toBe("UPLOADING");
  expect((await send(world.media, upload, portrait)).status).toBe(204);
});

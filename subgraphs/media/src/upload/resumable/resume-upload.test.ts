import { afterAll, beforeAll, expect, test } from "vitest";
import type { ContactViewer } from "@studio/kit/auth/viewer.js";
import { hourMs } from "@studio/kit/clock.js";
import { portrait } from "../../../samples/pictures.js";
import { askPhoto, codeOf, openUpload, send, type Upload } from "../../../test/contact-client.js";
import { breakingAfter, tusClient } from "../../../test/tus-client.js";
import { openWorld, type World } from "../../../test/world.js";
import { openFilesystemStore } from "../../storage/filesystem-store.js";

let world: World;
beforeAll(async () => {
  world = await openWorld({ workers: false });
});
afterAll(() => world.close());

async function expectRefusal(response: Response, status: number, code: string): Promise<void> {
  expect([response.status, await codeOf(response)]).toEqual([status, code]);
}

const statusOf = async (viewer: ContactViewer, upload: Upload) =>
  (await askPhoto(world.media, viewer, upload.photo.id)).data!.photo.status;

async function objectsOf({ accountId }: ContactViewer): Promise<string[]> {
  const store = await openFilesystemStore(world.options.objectDirectory);
  return (await store.list({ prefix: `${accountId}/` })).objects.map(({ key }) => key);
}

async function opened(file = portrait) {
  const viewer = await world.newcomer();
  const upload = await openUpload(world.media, viewer, file, "image/png");
  return { viewer, upload, tus: tusClient(world.media, upload) };
}

test("goes on where the connection broke, sends no byte twice, and keeps the original alone", async () => {
  const { viewer, upload, tus } = await opened();
  expect(await tus.offset()).toBe(0);
  await expectRefusal(await tus.patch(0, breakingAfter(portrait.subarray(0, 40_000))), 400, "UPLOAD_BROKEN_OFF");
  expect(await tus.offset()).toBe(40_000);
  const second = await tus.patch(40_000, portrait.subarray(40_000, 90_000));
  expect([second.status, second.headers.get("upload-offset")]).toEqual([204, "90000"]);
  const expires = new Date(second.headers.get("upload-expires")!).getTime();
  expect(Math.abs(expires - world.clock.now().getTime() - 24 * hourMs)).toBeLessThan(60_000);
  expect(await objectsOf(viewer)).toHaveLength(2);
  expect((await tus.patch(90_000, portrait.subarray(90_000))).status).toBe(204);
  expect(await tus.offset()).toBe(portrait.length);
  expect(await statusOf(viewer, upload)).toBe("PROCESSING");
  expect(await objectsOf(viewer)).toEqual([expect.stringContaining("/original-")]);
  await expectRefusal(await tus.patch(0, portrait), 409, "LINK_USED");
});

test("keeps a large file in pieces while it comes in", async () => {
  const large = Buffer.concat([portrait, Buffer.alloc(9 * 1024 * 1024)]);
  const { tus } = await opened(large);
  await tus.patch(0, breakingAfter(large.subarray(0, 5_000_000)));
  expect(await tus.offset()).toBe(5_000_000);
  const rows = await world.sql`select bytes from media.upload_part where bytes > 4200000`;
  expect(rows.length).toBeGreaterThan(0);
});

test("of two that send from the same place, one goes on", async () => {
  const { viewer, upload, tus } = await opened();
  const half = portrait.subarray(0, 100_000);
  const answers = await Promise.all([tus.patch(0, half), tus.patch(0, half)]);
  expect(answers.map(({ status }) => status).toSorted((left, right) => left - right)).toEqual([204, 409]);
  expect(await objectsOf(viewer)).toHaveLength(1);
  await expectRefusal(await tus.patch(5, half), 409, "OFFSET_MISMATCH");
  expect((await tus.patch(100_000, portrait.subarray(100_000))).status).toBe(204);
  expect(await statusOf(viewer, upload)).toBe("PROCESSING");
});

test("of several that send the last piece at once one takes the file in, and the others' link is used", async () => {
  for (const parts of [0, 1, 4]) {
    const { viewer, upload, tus } = await opened();
    const size = 20_000;
    for (let part = 0; part < parts; part += 1)
      await tus.patch(part * size, portrait.subarray(part * size, (part + 1) * size));
    const last = portrait.subarray(parts * size);
    const answers = await Promise.all(Array.from({ length: 8 }, () => tus.patch(parts * size, last)));
    const refused = answers.filter(({ status }) => status !== 204);
    expect(await Promise.all(refused.map(codeOf))).toEqual(Array(7).fill("LINK_USED"));
    expect(await objectsOf(viewer)).toEqual([expect.stringContaining("/original-")]);
    expect(await statusOf(viewer, upload)).toBe("PROCESSING");
  }
});

test("a file that is no photo is refused at its last byte, and nothing of it stays", async () => {
  const svg = Buffer.from(`<svg xmlns="http://www.w3.org/2000/svg">${"<g/>".repeat(100)}</svg>`);
  const { viewer, upload, tus } = await opened(svg);
  expect((await tus.patch(0, svg.subarray(0, 100))).status).toBe(204);
  await expectRefusal(await tus.patch(100, svg.subarray(100)), 415, "SVG_NOT_SUPPORTED");
  expect(await objectsOf(viewer)).toEqual([]);
  expect(await statusOf(viewer, upload)).toBe("UPLOADING");
  expect(await tus.offset()).toBe(0);
});

test("refuses a byte too many, other versions and types, and offsets that are none", async () => {
  const { viewer, tus } = await opened();
  await expectRefusal(await tus.patch(0, Buffer.concat([portrait, Buffer.of(0)])), 413, "TOO_MANY_BYTES");
  expect(await objectsOf(viewer)).toEqual([]);
  await expectRefusal(await tus.patch(0, portrait, { "tus-resumable": "0.2" }), 412, "TUS_VERSION_NOT_SUPPORTED");
  await expectRefusal(await tus.patch(0, portrait, { "content-type": "image/png" }), 415, "TYPE_MISMATCH");
  for (const offset of ["-1", "", "1e3", "0x0", "x"]) {
    await expectRefusal(await tus.patch(0, portrait, { "upload-offset": offset }), 400, "OFFSET_INVALID");
  }
  const type = { "content-type": "application/offset+octet-stream" };
  await expectRefusal(await tus.ask("PATCH", type), 400, "OFFSET_MISSING");
  const others = [await tus.ask("HEAD", { "tus-resumable": "0.2" }), await tus.patch(1, portrait)];
  expect(others.map(({ status, headers }) => [status, headers.get("tus-resumable")])).toEqual([
    [412, "1.0.0"],
    [409, "1.0.0"],
  ]);
  expect(others[0]!.headers.get("tus-version")).toBe("1.0.0");
  const options = await tus.ask("OPTIONS");
  expect([options.headers.get("tus-version"), options.headers.get("tus-max-size")]).toEqual(["1.0.0", "26214400"]);
});

test("names the size of the whole file to a part that goes beyond its end", async () => {
  const { tus } = await opened();
  await tus.patch(0, portrait.subarray(0, 1000));
  const refused = await tus.patch(1000, Buffer.concat([portrait.subarray(1000), Buffer.of(0)]));
  expect([refused.status, await refused.text()]).toEqual([
    413,
    expect.stringContaining(`a file of ${portrait.length} bytes`),
  ]);
  expect(await tus.offset()).toBe(1000);
});

test("each link takes its own method, and each changed byte is refused", async () => {
  const { upload, tus } = await opened();
  const put = await send(world.media, { ...upload, uploadUrl: upload.resumableUrl }, portrait);
  expect(put.headers.get("allow")).toBe("HEAD, PATCH, OPTIONS");
  await expectRefusal(put, 405, "METHOD_NOT_ALLOWED");
  const whole = tusClient(world.media, { resumableUrl: upload.uploadUrl });
  await expectRefusal(await whole.patch(0, portrait), 405, "METHOD_NOT_ALLOWED");
  const at = upload.resumableUrl.indexOf("/uploads/") + "/uploads/".length;
  for (let place = at; place < upload.resumableUrl.length; place++) {
    const other = upload.resumableUrl[place] === "A" ? "B" : "A";
    const resumableUrl = upload.resumableUrl.slice(0, place) + other + upload.resumableUrl.slice(place + 1);
    const changed = await tusClient(world.media, { resumableUrl }).patch(0, portrait.subarray(0, 10));
    await expectRefusal(changed, 403, "LINK_INVALID");
  }
  expect(await tus.offset()).toBe(0);
});

test("can be taken up for a day, and not longer", async () => {
  const { tus } = await opened();
  world.clock.advance(24 * hourMs - 60_000);
  const inTime = await tus.patch(0, portrait.subarray(0, 1000));
  world.clock.advance(60_000);
  const late = await tus.patch(1000, portrait.subarray(1000));
  world.clock.reset();
  expect(inTime.status).toBe(204);
  await expectRefusal(late, 403, "LINK_EXPIRED");
});

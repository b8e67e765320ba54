import { setFlagsFromString } from "node:v8";
import { runInNewContext } from "node:vm";
import { afterAll, beforeAll, expect, test, vi } from "vitest";
import { portraitAs } from "../../samples/pictures.js";
import { codeOf, openUpload, type Upload } from "../../test/contact-client.js";
import { openWorld, type World } from "../../test/world.js";
import { PATIENCE_MS } from "./read-body.js";
import { MAX_OF_CONTACT, MAX_UNDER_WAY } from "./upload-load.js";

const MB = 1024 * 1024;
const CHUNK = new Uint8Array(64 * 1024);

let world: World;
/** A photo of 7 MB: phones append previews and films to theirs. */
let large: Buffer;

beforeAll(async () => {
  world = await openWorld({ workers: false });
  large = Buffer.concat([await portraitAs("jpeg"), Buffer.alloc(7 * MB)]);
});

afterAll(() => world.close());

/** A photo on its way that has come `bytes` far, and waits there until it may go on, or breaks off. */
function pausedUpload(upload: Upload, bytes: number) {
  const [reached, rest] = [Promise.withResolvers<void>(), Promise.withResolvers<void>()];
  let at = 0;
  const body = new ReadableStream<Uint8Array>(
    {
      async pull(controller) {
        if (at >= bytes) {
          reached.resolve();
          await rest.promise;
        }
        if (at >= large.length) return controller.close();
        const end = Math.min(large.length, at + CHUNK.length);
        controller.enqueue(new Uint8Array(large.subarray(at, end)));
        at = end;
      },
    },
    { highWaterMark: 0 },
  );
  const headers = { "content-type": "image/jpeg" };
  const request = new Request(upload.uploadUrl, { method: "PUT", headers, body, duplex: "half" });
  const { resolve: goOn, reject: breakOff } = rest;
  return { reached: reached.promise, goOn, breakOff, response: world.media.fetch(request) };
}

/** What buffers hold once garbage is gone, in MB. */
function held(): number {
  setFlagsFromString("--expose-gc");
  (runInNewContext("gc") as () => void)();
  return process.memoryUsage().arrayBuffers / MB;
}

test("photos that have come 6 MB far hold next to nothing, and are all taken in", async () => {
  const uploads = await Promise.all(
    Array.from({ length: 6 }, async () => openUpload(world.media, await world.newcomer(), large, "image/jpeg")),
  );
  const before = held();
  const paused = uploads.map((upload) => pausedUpload(upload, 6 * MB));
  await Promise.all(paused.map(({ reached }) => reached));
  // What is garbage may be swept a moment later.
  await expect.poll(() => held() - before).toBeLessThan(9);
  for (const { goOn } of paused) goOn();
  const statuses = await Promise.all(paused.map(async ({ response }) => (await response).status));
  expect(statuses).toEqual(Array(6).fill(204));
});

test("one upload more than a process takes is asked to come again before a byte of it is read", async () => {
  const openOne = async () => openUpload(world.media, await world.newcomer(), large, "image/jpeg");
  const uploads = await Promise.all(Array.from({ length: MAX_UNDER_WAY / MAX_OF_CONTACT }, openOne));
  const seats = Array.from({ length: MAX_OF_CONTACT });
  const paused = uploads.flatMap((upload) => seats.map(() => pausedUpload(upload, CHUNK.length)));
  const upload = await openOne();
  await Promise.all(paused.map(({ reached }) => reached));
  const refused = await pausedUpload(upload, 0).response;
  expect([refused.status, refused.headers.get("retry-after"), await codeOf(refused)]).toEqual([503, "5", "BUSY"]);
  const [last, ...others] = paused;
  last!.breakOff(new Error("gone"));
  expect((await last!.response).status).toBe(400);
  const welcome = pausedUpload(upload, 0);
  welcome.goOn();
  expect((await welcome.response).status).toBe(204);
  for (const { breakOff } of others) breakOff(new Error("gone"));
  const statuses = await Promise.all(others.map(async ({ response }) => (await response).status));
  expect(new Set(statuses)).toEqual(new Set([400]));
});

test("a contact has a share of the seats, and whoever sends next to nothing loses theirs", async () => {
  const [anna, ben] = [await world.newcomer(), await world.newcomer()];
  const [upload, other] = [
    await openUpload(world.media, anna, large, "image/jpeg"),
    await openUpload(world.media, ben, large, "image/jpeg"),
  ];
  vi.useFakeTimers({ toFake: ["setTimeout", "clearTimeout", "performance"], shouldAdvanceTime: true });
  try {
    const paused = Array.from({ length: MAX_OF_CONTACT }, () => pausedUpload(upload, CHUNK.length));
    await Promise.all(paused.map(({ reached }) => reached));
    const refused = await pausedUpload(upload, 0).response;
    const answer = [refused.status, refused.headers.get("retry-after"), await codeOf(refused)];
    expect(answer).toEqual([429, "5", "TOO_MANY_UPLOADS_AT_ONCE"]);
    const welcome = pausedUpload(other, 0);
    welcome.goOn();
    expect((await welcome.response).status).toBe(204);
    await vi.advanceTimersByTimeAsync(PATIENCE_MS);
    const cut = await Promise.all(paused.map(({ response }) => response));
    expect(await Promise.all(cut.map(codeOf))).toEqual(paused.map(() => "UPLOAD_TOO_SLOW"));
    expect(new Set(cut.map(({ status }) => status))).toEqual(new Set([408]));
  } finally {
    vi.useRealTimers();
  }
  const again = pausedUpload(upload, 0);
  again.goOn();
  expect((await again.response).status).toBe(204);
});

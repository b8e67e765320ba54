import { createServer, type IncomingMessage, type ServerResponse } from "node:http";
import type { AddressInfo } from "node:net";
import { buffer } from "node:stream/consumers";
import sharp from "sharp";
import { expect, onTestFinished, test } from "vitest";
import { portraitFromPhone } from "../../../samples/pictures.js";
import { decodeForSubject } from "../find-subject.js";
import type { Raster } from "../raster.js";
import { BackgroundRemovalFailed, type BackgroundRemover } from "./background-remover.js";
import { HttpBackgroundRemover, toRemovalService } from "./http-background-remover.js";
import { ResilientBackgroundRemover, type Resilience } from "./resilient-background-remover.js";

const KEY = "a-key-of-the-service";
const picture: Raster = await decodeForSubject(await portraitFromPhone());

interface Received {
  path: string;
  headers: IncomingMessage["headers"];
  form: FormData;
}

type Answer = (response: ServerResponse, received: Received) => Promise<void> | void;

/** Longer than any answer takes; who waits for none waits shorter. */
const PATIENCE_MS = 10_000;

/** Speaks the service's documented protocol: each request is answered by the next answer, the last one stays. */
async function startService(...answers: Answer[]) {
  const received: Received[] = [];
  const server = createServer(async (request, response) => {
    const body = await buffer(request);
    const headers = new Headers({ "content-type": request.headers["content-type"] ?? "" });
    const form = await new Response(new Uint8Array(body), { headers }).formData();
    received.push({ path: `${request.method} ${request.url}`, headers: request.headers, form });
    await answers[Math.min(received.length, answers.length) - 1]!(response, received.at(-1)!);
  });
  await new Promise<void>((resolve) => void server.listen(0, "127.0.0.1", resolve));
  onTestFinished(() => void server.closeAllConnections());
  onTestFinished(() => new Promise<void>((resolve) => void server.close(() => resolve())));
  const url = `http://127.0.0.1:${(server.address() as AddressInfo).port}/v1.0`;
  return {
    received,
    remover: new HttpBackgroundRemover({ url, apiKey: KEY, timeoutMs: answers.includes(never) ? 500 : PATIENCE_MS }),
  };
}

const greys = (width: number, height: number, level: number) =>
  sharp({ create: { width, height, channels: 3, background: { r: level, g: level, b: level } } })
    .toColourspace("b-w")
    .png()
    .toBuffer();

const mask: Answer = async (response) => {
  response.writeHead(200, { "content-type": "image/png" }).end(await greys(picture.width, picture.height, 200));
};
const error =
  (status: number, code: string): Answer =>
  (response) =>
    void response
      .writeHead(status, { "content-type": "application/json" })
      .end(JSON.stringify({ errors: [{ title: "Refused", code }] }));
const never: Answer = () => {};

test("P14: sends the documented request: pixels without metadata or name, asking that nothing be kept", async () => {
  const { received, remover } = await startService(mask);
  const answer = await remover.removeBackground(picture);
  expect([answer.width, answer.height]).toEqual([picture.width, picture.height]);
  expect(answer.alpha).toHaveLength(picture.width * picture.height);
  expect(new Set(answer.alpha)).toEqual(new Set([200]));
  expect(answer.removerVersion).toMatch(/^removebg-1\.0 127\.0\.0\.1/);
  const [{ path, headers, form }] = received as [Received];
  expect([path, headers["x-api-key"], headers["cache-control"]]).toEqual(["POST /v1.0/removebg", KEY, "no-store"]);
  const { image_file: file, ...fields } = Object.fromEntries(form) as { image_file: File } & Record<string, string>;
  expect(fields).toEqual({
    size: "full",
    type: "person",
    format: "png",
    channels: "alpha",
    crop: "false",
    retain: "false",
  });
  expect(file.name).toBe("image.jpg");
  const sent = Buffer.from(await file.arrayBuffer());
  const { exif, xmp, icc, iptc, format, width } = await sharp(sent).metadata();
  expect({ exif, xmp, icc, iptc, format, width }).toEqual({ format: "jpeg", width: picture.width });
  expect(sent.toString("latin1")).not.toMatch(/Exif|GPS|Secret|PhoneMaker|holiday/);
});

test("P27: a service is reached by TLS, or on this machine", () => {
  expect(toRemovalService(undefined)).toBeUndefined();
  for (const url of ["https://api.remove.bg/v1.0", "http://127.0.0.1:9000", "http://localhost:9000/v1.0"]) {
    expect(toRemovalService(url, KEY)).toMatchObject({ url, apiKey: KEY });
  }
  for (const url of ["http://api.remove.bg/v1.0", "http://localhost.example/v1.0", "ftp://api.remove.bg"]) {
    expect(() => toRemovalService(url, KEY)).toThrow("https");
  }
});

test("takes the transparency of a cut-out where the service sends one", async () => {
  const { remover } = await startService(async (response) => {
    const background = { r: 9, g: 9, b: 9, alpha: 100 / 255 };
    const { width, height } = picture;
    response.end(
      await sharp({ create: { width, height, channels: 4, background } })
        .png()
        .toBuffer(),
    );
  });
  expect(new Set((await remover.removeBackground(picture)).alpha)).toEqual(new Set([100]));
});

test.each<[string, Answer, string]>([
  ["is out of order", error(503, "unavailable"), "UNREACHABLE"],
  ["has had too many requests", error(429, "rate_limit_exceeded"), "BUSY"],
  ["does not know the key", error(403, "auth_failed"), "REFUSED"],
  ["wants to be paid", error(402, "insufficient_credits"), "REFUSED"],
  ["finds nobody", error(400, "unknown_foreground"), "REFUSED"],
  ["does not answer", never, "TIMED_OUT"],
  ["ends the connection", (response) => void response.destroy(), "UNREACHABLE"],
  ["sends no picture", (response) => void response.end("<html>"), "UNUSABLE"],
  ["sends a mask of another size", async (response) => void response.end(await greys(64, 64, 9)), "UNUSABLE"],
  ["sends without end", (response) => void response.end(Buffer.alloc(9 * 1024 * 1024)), "UNUSABLE"],
  ["sends us elsewhere", (response) => void response.writeHead(302, { location: "/x" }).end(), "UNREACHABLE"],
])("says why when a service %s", async (_what, answer, code) => {
  const { remover } = await startService(answer);
  await expect(remover.removeBackground(picture)).rejects.toMatchObject({ code });
});

const quick: Resilience = { retries: 2, firstWaitMs: 1, failuresToOpen: 4, openForMs: 1_000 };
const logger = { warn: () => {} };

const embedded: BackgroundRemover = {
  removeBackground: async () => ({ width: 1, height: 1, alpha: new Uint8Array([7]), removerVersion: "embedded" }),
  close: async () => {},
};

test("tries again what may pass, and then has the service's mask", async () => {
  const { received, remover } = await startService(error(503, "x"), error(429, "x"), mask);
  const resilient = new ResilientBackgroundRemover(remover, embedded, logger, quick);
  expect((await resilient.removeBackground(picture)).removerVersion).toMatch(/^removebg/);
  expect(received).toHaveLength(3);
});

test("falls back to the embedded model, at once where trying again is no use", async () => {
  const { received, remover } = await startService(error(402, "insufficient_credits"));
  const resilient = new ResilientBackgroundRemover(remover, embedded, logger, quick);
  expect((await resilient.removeBackground(picture)).removerVersion).toBe("embedded");
  expect(received).toHaveLength(1);
});

test("leaves a service alone that fails again and again, and returns to it once it is well", async () => {
  const failing = Array.from({ length: 4 }, () => error(500, "x"));
  const { received, remover } = await startService(...failing, mask);
  const resilient = new ResilientBackgroundRemover(remover, embedded, logger, quick);
  const versions = async (count: number) => {
    const masks = [];
    for (let n = 0; n < count; n++) masks.push((await resilient.removeBackground(picture)).removerVersion);
    return masks;
  };
  expect(await versions(2)).toEqual(["embedded", "embedded"]);
  expect(received).toHaveLength(4);
  expect(await versions(5)).toEqual(Array(5).fill("embedded"));
  expect(received).toHaveLength(4);
  await expect.poll(() => versions(1)).toEqual([expect.stringMatching(/^removebg/)]);
  expect(received.length).toBeGreaterThan(4);
});

test("an error that is not the service's is not hidden behind the fallback", async () => {
  const broken: BackgroundRemover = {
    removeBackground: () => Promise.reject(new BackgroundRemovalFailed("CRASHED")),
    close: async () => {},
  };
  const { remover } = await startService(error(500, "x"));
  const resilient = new ResilientBackgroundRemover(remover, broken, logger, quick);
  await expect(resilient.removeBackground(picture)).rejects.toMatchObject({ code: "CRASHED" });
});

import { request } from "node:http";
import { afterAll, beforeAll, expect, test } from "vitest";
import type { GraphClient } from "@studio/dev/journey/graph-client.js";
import { journeyPictures } from "@studio/dev/journey/pictures.js";
import { createAccount } from "../support/account.js";
import { contactSession } from "../support/people.js";
import { askForUpload } from "../support/photos.js";
import { startTestPlatform, type TestPlatform } from "../support/platform.js";
import { until } from "../support/stream.js";

let platform: TestPlatform;
let contact: GraphClient;
/** A photo of 6 MB: phones append previews and films to theirs. */
let large: Buffer;

beforeAll(async () => {
  platform = await startTestPlatform();
  contact = platform.as(await contactSession(platform, await createAccount(platform), 1));
  const [, jpeg] = await journeyPictures();
  large = Buffer.concat([jpeg!.bytes, Buffer.alloc(6 * 1024 * 1024, "x")]);
});

afterAll(() => platform?.stop());

const patchHeaders = (offset: number) => ({
  "tus-resumable": "1.0.0",
  "content-type": "application/offset+octet-stream",
  "upload-offset": String(offset),
});

async function offsetOf(url: string): Promise<number> {
  const response = await fetch(url, { method: "HEAD", headers: { "tus-resumable": "1.0.0" } });
  expect(response.headers.get("upload-length")).toBe(String(large.length));
  return Number(response.headers.get("upload-offset"));
}

/** Sends all but the last byte, and hangs up once the platform has kept most of it. */
async function sendAndHangUp(url: string): Promise<void> {
  const headers = { ...patchHeaders(0), "content-length": String(large.length) };
  const sending = request(url, { method: "PATCH", headers });
  sending.on("error", () => {});
  sending.write(large.subarray(0, -1));
  await until("most of it is kept", async () => (await offsetOf(url)) >= 4 * 1024 * 1024);
  sending.destroy();
  await new Promise((resolve) => sending.once("close", resolve));
}

/** As a client of the protocol does: asks how much has come in, and sends the rest from there until it is taken. */
async function sendTheRest(url: string): Promise<number> {
  const offset = await offsetOf(url);
  const body = new Uint8Array(large.subarray(offset));
  const { status } = await fetch(url, { method: "PATCH", headers: patchHeaders(offset), body });
  // What was on its way when the line broke may be kept a moment later.
  return status === 409 ? sendTheRest(url) : status;
}

test("an upload whose connection breaks is resumed through the gateway from where it was", async () => {
  const { photoId, resumableUrl } = await askForUpload(contact, "image/jpeg", large.length);
  await sendAndHangUp(resumableUrl);
  expect(await offsetOf(resumableUrl)).toBeGreaterThanOrEqual(4 * 1024 * 1024);
  expect(await sendTheRest(resumableUrl)).toBe(204);
  expect(await offsetOf(resumableUrl)).toBe(large.length);
  const query = "query($id: ID!) { photo(id: $id) { status } }";
  const status = async () => (await contact.ask<{ photo: { status: string } }>(query, { id: photoId })).photo.status;
  await until("the photo is edited", async () => (await status()) === "READY", 30_000);
});

import { randomBytes } from "node:crypto";
import { crc32, deflateSync } from "node:zlib";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { journeyPictures } from "@studio/dev/journey/pictures.js";
import type { GraphClient } from "@studio/dev/journey/graph-client.js";
import { minuteMs } from "@studio/kit/clock.js";
import { parseGlobalId } from "@studio/kit/paging/global-id.js";
import { createAccount } from "../support/account.js";
import { send } from "../support/http.js";
import { contactSession } from "../support/people.js";
import { askForUpload, type Upload } from "../support/photos.js";
import { startTestPlatform, type TestPlatform } from "../support/platform.js";
import { chunked, filesUnder, rawUpload } from "../support/raw-upload.js";
import { until } from "../support/stream.js";

/** Where files lie while they are written. */
const STAGING = "/.incoming/";

let platform: TestPlatform;
let contact: GraphClient;
let png: Buffer;
let jpeg: Buffer;

beforeAll(async () => {
  platform = await startTestPlatform();
  [png, jpeg] = (await journeyPictures()).map(({ bytes }) => bytes) as [Buffer, Buffer];
});
afterAll(() => platform?.stop());

/** Somebody for whom nothing waits yet: a contact begins ten uploads at most that come to nothing. */
const beSomebodyElse = async () =>
  void (contact = platform.as(await contactSession(platform, await createAccount(platform), 1)));

async function put({ url }: Upload, contentType: string, body: Uint8Array) {
  const { status, json } = await send(url, {
    method: "PUT",
    headers: { "content-type": contentType },
    body: new Uint8Array(body),
  });
  return { status, code: (json as { error?: { code: string } } | null)?.error?.code };
}

/** The photo waits for its original as before, and nothing of what was sent lies anywhere. */
async function expectNothingLeft({ photoId }: Upload): Promise<void> {
  const query = "query($id: ID!) { photo(id: $id) { status format original { url } edited { url } } }";
  const { photo } = await contact.ask<{ photo: object }>(query, { id: photoId });
  expect(photo).toEqual({ status: "UPLOADING", format: null, original: null, edited: null });
  const id = parseGlobalId(photoId)!.id;
  const isLeft = (path: string) => path.includes(id) || path.includes(STAGING);
  await until("no file is left", async () => !(await filesUnder(platform.objectDirectory)).some(isLeft));
}

/** 16,384 × 16,384 white pixels, one bit each: 33 KB that would be a gigabyte. */
function pixelBomb(): Buffer {
  const side = 16_384;
  const header = Buffer.from([0, 0, 0, 0, 0, 0, 0, 0, 1, 0, 0, 0, 0]);
  header.writeUInt32BE(side, 0);
  header.writeUInt32BE(side, 4);
  const chunk = (type: string, data: Buffer) => {
    const body = Buffer.concat([Buffer.from(type, "latin1"), data]);
    const frame = Buffer.alloc(8);
    frame.writeUInt32BE(data.length, 0);
    frame.writeUInt32BE(crc32(body), 4);
    return Buffer.concat([frame.subarray(0, 4), body, frame.subarray(4)]);
  };
  const pixels = deflateSync(Buffer.alloc((1 + side / 8) * side), { level: 9 });
  const chunks = [chunk("IHDR", header), chunk("IDAT", pixels), chunk("IEND", Buffer.alloc(0))];
  return Buffer.concat([Buffer.from("\x89PNG\r\n\x1a\n", "latin1"), ...chunks]);
}

const SVG = '<?xml version="1.0"?><svg xmlns="http://www.w3.org/2000/svg"><script>alert(1)</script></svg>';

describe("a file that is not what it says", () => {
  beforeAll(beSomebodyElse);
  test.each([
    ["a PNG of 16k × 16k pixels", "image/png", () => pixelBomb(), 413, "TOO_MANY_PIXELS"],
    ["an SVG announced as PNG", "image/png", () => Buffer.from(SVG), 415, "SVG_NOT_SUPPORTED"],
    ["a text named .jpg", "image/jpeg", () => Buffer.from("This is no photo.\n".repeat(50)), 415, "TEXT_NOT_SUPPORTED"],
    ["a PNG announced as JPEG", "image/jpeg", () => png, 415, "TYPE_MISMATCH"],
    ["a JPEG without its end", "image/jpeg", () => jpeg.subarray(0, jpeg.length / 2), 400, "TRUNCATED"],
    ["a PNG with damaged pixels", "image/png", () => damaged(png), 400, "UNREADABLE"],
    ["noise", "image/webp", () => randomBytes(5000), 415, "FORMAT_NOT_SUPPORTED"],
    [
      "a photo with a ZIP archive behind it",
      "image/jpeg",
      () => Buffer.concat([jpeg, Buffer.from("PK\x05\x06"), Buffer.alloc(18)]),
      415,
      "MORE_THAN_A_PHOTO",
    ],
  ] as const)("%s is refused with its reason and leaves nothing", async (_what, type, makeBytes, status, code) => {
    const bytes = makeBytes();
    const upload = await askForUpload(contact, type, bytes.length);
    expect(await put(upload, type, bytes)).toEqual({ status, code });
    await expectNothingLeft(upload);
  });

  test.each([
    ["larger than 25 MB", "image/jpeg", 25 * 1024 * 1024 + 1, "FILE_TOO_LARGE"],
    ["empty", "image/jpeg", 0, "EMPTY_FILE"],
    ["of a negative size", "image/jpeg", -5, "EMPTY_FILE"],
    ["an SVG", "image/svg+xml", 500, "FORMAT_NOT_SUPPORTED"],
    ["a HEIC", "image/heic", 500, "HEIC_NOT_SUPPORTED"],
  ])("and that is announced as %s gets no link", async (_what, contentType, bytes, reason) => {
    const query = `mutation($input: CreatePhotoUploadInput!) { createPhotoUpload(input: $input) { ... on UploadRefused { reason } } }`;
    expect(await contact.ask(query, { input: { contentType, bytes } })).toEqual({ createPhotoUpload: { reason } });
  });
});

describe("a body that is not as long as it says", () => {
  beforeAll(beSomebodyElse);
  const type = { "content-type": "image/jpeg" };
  const length = (bytes: number) => ({ ...type, "content-length": String(bytes) });

  test.each([
    [
      "announced longer than the link allows",
      () => [length(jpeg.length + 1), [jpeg, "x"]],
      { status: 413, code: "TOO_MANY_BYTES" },
    ],
    [
      "announced shorter than the link is for",
      () => [length(10), [jpeg.subarray(0, 10)]],
      { status: 400, code: "LENGTH_MISMATCH" },
    ],
    [
      "sent in chunks and longer",
      () => [
        { ...type, "transfer-encoding": "chunked" },
        [chunked(jpeg), chunked(Buffer.from("x")), chunked(Buffer.alloc(0))],
      ],
      { status: 413, code: "TOO_MANY_BYTES" },
    ],
    [
      "sent in chunks and shorter",
      () => [{ ...type, "transfer-encoding": "chunked" }, [chunked(jpeg.subarray(0, 99)), chunked(Buffer.alloc(0))]],
      { status: 400, code: "LENGTH_MISMATCH" },
    ],
  ] as [string, () => [Record<string, string>, Uint8Array[]], object][])(
    "%s is refused and leaves nothing",
    async (_what, request, refusal) => {
      const upload = await askForUpload(contact, "image/jpeg", jpeg.length);
      const [headers, chunks] = request();
      expect(await rawUpload({ url: upload.url, headers, chunks })).toEqual(refusal);
      await expectNothingLeft(upload);
    },
  );

  test("that breaks off before its end leaves nothing, and the link may be used again", async () => {
    const upload = await askForUpload(contact, "image/jpeg", jpeg.length);
    await rawUpload({ url: upload.url, headers: length(jpeg.length), chunks: [jpeg.subarray(0, 999)], hangUp: true });
    await expectNothingLeft(upload);
    expect(await put(upload, "image/jpeg", jpeg)).toEqual({ status: 204, code: undefined });
    expect((await filesUnder(platform.objectDirectory)).join()).toContain(parseGlobalId(upload.photoId)!.id);
  });
});

describe("an upload link", () => {
  beforeAll(beSomebodyElse);
  test.each([
    ["announced", () => Buffer.alloc(20_000_000)],
    ["streamed without a length", () => ReadableStream.from(Array.from({ length: 200 }, () => Buffer.alloc(100_000)))],
  ])("answers a file far larger than it is for, %s, without taking it in", async (_how, makeBody) => {
    const upload = await askForUpload(contact, "image/jpeg", 1000);
    const sendAll = () =>
      send(upload.url, {
        method: "PUT",
        headers: { "content-type": "image/jpeg" },
        body: makeBody(),
        duplex: "half",
      } as RequestInit);
    const answers = await Promise.all([sendAll(), sendAll(), sendAll()]);
    expect(answers.map(({ status }) => status)).toEqual([413, 413, 413]);
    await expectNothingLeft(upload);
  });

  test("takes one photo, and no second one, not even at the same moment", async () => {
    const another = Buffer.concat([jpeg, Buffer.from("taken a moment later")]);
    const upload = await askForUpload(contact, "image/jpeg", another.length);
    const answers = await Promise.all([1, 2, 3].map(() => put(upload, "image/jpeg", another)));
    expect(answers.map(({ status }) => status).toSorted((a, b) => a - b)).toEqual([204, 409, 409]);
    expect(await put(upload, "image/jpeg", another)).toEqual({ status: 409, code: "LINK_USED" });
  });

  test("takes nothing after its fifteen minutes", async () => {
    const upload = await askForUpload(contact, "image/jpeg", jpeg.length);
    platform.clock.advance(15 * minuteMs);
    try {
      expect(await put(upload, "image/jpeg", jpeg)).toEqual({ status: 403, code: "LINK_EXPIRED" });
    } finally {
      platform.clock.reset();
    }
    await expectNothingLeft(upload);
  });
});

function damaged(bytes: Buffer): Buffer {
  const copy = Buffer.from(bytes);
  const middle = Math.floor(copy.length / 2);
  return copy.fill(0, middle, middle + 200);
}

import { createHash } from "node:crypto";
import sharp from "sharp";
import { expect, test } from "vitest";
import { blankPng, portrait, portraitAs, portraitFromPhone, twelveMegapixels } from "../../samples/pictures.js";
import { ImageRefused } from "./image-refusal.js";
import { inspectImage, MAX_IMAGE_BYTES } from "./inspect-image.js";

const outcomeOf = (bytes: Uint8Array): Promise<string> =>
  inspectImage(bytes).then(
    (image) => `accepted as ${image.format}`,
    (error: unknown) => (error instanceof ImageRefused ? error.code : `leaked: ${String(error)}`),
  );

test("describes the portrait", async () => {
  expect(await inspectImage(portrait)).toEqual({
    format: "png",
    contentType: "image/png",
    width: 512,
    height: 512,
    byteLength: portrait.length,
    sha256: createHash("sha256").update(portrait).digest("hex"),
  });
});

test.each(["jpeg", "webp", "avif"] as const)("accepts %s", async (format) => {
  expect(await inspectImage(await portraitAs(format))).toMatchObject({
    format,
    contentType: `image/${format}`,
    width: 512,
  });
});

test("gives the size as a viewer shows it, not as the sensor lay", async () => {
  const sideways = await sharp(portrait).resize(400, 300).withMetadata({ orientation: 6 }).jpeg().toBuffer();
  expect(await inspectImage(sideways)).toMatchObject({ width: 300, height: 400 });
  expect(await inspectImage(await portraitFromPhone())).toMatchObject({ format: "jpeg", width: 512, height: 512 });
});

test("accepts 12 megapixels and refuses 16,384 × 16,384 in 33 kilobytes", async () => {
  expect(await inspectImage(await twelveMegapixels())).toMatchObject({ width: 4000, height: 3000 });
  const bomb = blankPng(16_384);
  expect(bomb.length).toBeLessThan(40_000);
  expect(await outcomeOf(bomb)).toBe("TOO_MANY_PIXELS");
  expect(await outcomeOf(blankPng(6_324))).toBe("accepted as png");
  expect(await outcomeOf(blankPng(6_325))).toBe("TOO_MANY_PIXELS");
});

test("refuses more than 25 MB without looking further", async () => {
  expect(await outcomeOf(Buffer.alloc(MAX_IMAGE_BYTES + 1))).toBe("FILE_TOO_LARGE");
});

test("refuses a PNG whose pixels were damaged, which its checksums tell", async () => {
  const damaged = Buffer.from(portrait).fill(0xaa, 400_000, 400_010);
  expect(await outcomeOf(damaged)).toBe("UNREADABLE");
});

test("refuses a picture whose header promises what its pixels do not keep", async () => {
  const jpeg = await portraitAs("jpeg");
  const startOfScan = jpeg.indexOf(Buffer.from("\xff\xda", "latin1"));
  const withoutPixels = Buffer.concat([jpeg.subarray(0, startOfScan), jpeg.subarray(-2)]);
  expect(await outcomeOf(withoutPixels)).toBe("UNREADABLE");
});

test("no refusal mentions a library, a path or a function", async () => {
  const files = [Buffer.alloc(0), Buffer.from("text"), blankPng(16_384), portrait.subarray(0, 9_000)];
  files.push(Buffer.from(portrait).fill(0, 300_000, 600_000));
  for (const file of files) {
    const refusal = await inspectImage(file).catch((error: unknown) => error);
    expect(refusal).toBeInstanceOf(ImageRefused);
    expect(String(refusal)).not.toMatch(/vips|sharp|libspng|heif|buffer|\/|::/i);
  }
});

test("survives 600 hostile files: each is accepted or refused by name, and memory stays bounded", async () => {
  const originals = await Promise.all(
    (["jpeg", "png", "webp", "avif"] as const).map(async (f) =>
      sharp(await portraitAs(f))
        .resize(96)
        .toFormat(f)
        .toBuffer(),
    ),
  );
  const random = seededRandom(20_260_101);
  const outcomes = new Map<string, number>();
  const residentBefore = process.memoryUsage().rss;
  for (let n = 0; n < 600; n++) {
    const file = Buffer.from(originals[n % originals.length]!);
    const headerOnly = n % 3 === 0 ? Math.min(file.length, 64) : file.length;
    for (let flips = 1 + random(8); flips > 0; flips--) file[4 + random(headerOnly - 4)] = random(256);
    const outcome = await outcomeOf(n % 7 === 0 ? file.subarray(0, random(file.length)) : file);
    outcomes.set(outcome, (outcomes.get(outcome) ?? 0) + 1);
  }
  expect([...outcomes.keys()].filter((outcome) => outcome.startsWith("leaked"))).toEqual([]);
  expect([...outcomes.values()].reduce((sum, count) => sum + count, 0)).toBe(600);
  expect(outcomes.get("TRUNCATED")).toBeGreaterThan(50);
  expect(outcomes.get("UNREADABLE")).toBeGreaterThan(50);
  expect(process.memoryUsage().rss - residentBefore).toBeLessThan(300e6);
}, 60_000);

/** A repeatable source of whole numbers below `limit` (xorshift32). */
function seededRandom(seed: number): (limit: number) => number {
  let state = seed;
  return (limit) => {
    state ^= state << 13;
    state ^= state >>> 17;
    state ^= state << 5;
    return (state >>> 0) % limit;
  };
}

import sharp, { type Sharp } from "sharp";
import { expect, test } from "vitest";
import { likeness } from "../../samples/likeness.js";
import { portrait, portraitAs, portraitFromPhone } from "../../samples/pictures.js";
import { cleanImage } from "./clean-image.js";
import type { ImageFormat } from "./image-format.js";

const FORMATS: readonly ImageFormat[] = ["jpeg", "png", "webp", "avif"];
const COLOURS = { R: [255, 0, 0], G: [0, 255, 0], B: [0, 0, 255], W: [255, 255, 255] } as const;

/** 64 × 48 with a colour in each quarter, clockwise from the top left: RGBW. */
function quarters(): Sharp {
  const rgb = Buffer.alloc(64 * 48 * 3);
  for (let at = 0; at < 64 * 48; at++) {
    const [isRight, isLow] = [at % 64 >= 32, at >= 24 * 64];
    rgb.set(COLOURS[isLow ? (isRight ? "B" : "W") : isRight ? "G" : "R"], at * 3);
  }
  return sharp(rgb, { raw: { width: 64, height: 48, channels: 3 } });
}

/** The colours of the quarters as a viewer shows them that knows nothing of orientation. */
async function seen(bytes: Buffer): Promise<string> {
  const { data, info } = await sharp(bytes)
    .toColourspace("srgb")
    .removeAlpha()
    .raw()
    .toBuffer({ resolveWithObject: true });
  const [x, y] = [info.width >> 2, info.height >> 2];
  const corners = [
    [x, y],
    [3 * x, y],
    [3 * x, 3 * y],
    [x, 3 * y],
  ] as const;
  return corners.map(([left, top]) => nameOf(data.subarray((top * info.width + left) * 3))).join("");
}

const nameOf = (pixel: Buffer) =>
  Object.entries(COLOURS).find(([, rgb]) => rgb.every((value, at) => Math.abs(value - pixel[at]!) < 40))?.[0] ?? "?";

/** What each orientation shows of a picture that is stored as RGBW (EXIF 2.32, 4.6.4). */
const SHOWN = ["RGBW", "GRWB", "BWRG", "WBGR", "RWBG", "WRGB", "BGRW", "GBWR"];

test.each(SHOWN.map((shown, index) => [index + 1, shown] as const))(
  "a JPEG of orientation %i stands upright without a tag: %s",
  async (orientation, shown) => {
    const stored = await quarters().jpeg({ quality: 95 }).withMetadata({ orientation }).toBuffer();
    const { bytes } = await cleanImage(stored, "jpeg");
    const { width, height, orientation: tag } = await sharp(bytes).metadata();
    const sides = orientation > 4 ? [48, 64] : [64, 48];
    expect([await seen(bytes), width, height, tag]).toEqual([shown, ...sides, undefined]);
  },
);

test.each(["png", "webp"] as const)("a %s that says so in EXIF stands upright as well", async (format) => {
  const stored = await quarters().toFormat(format, { lossless: true }).withMetadata({ orientation: 6 }).toBuffer();
  expect(await seen((await cleanImage(stored, format)).bytes)).toBe(SHOWN[5]);
});

test.each(FORMATS)(
  "nobody sees that a %s was encoded anew, and the same photo gives the same bytes",
  async (format) => {
    const uploaded = await portraitAs(format);
    const { bytes, sha256 } = await cleanImage(uploaded, format);
    expect(await likeness(uploaded, bytes)).toBeGreaterThan(format === "png" ? 100 : 40);
    const { format: is, compression } = await sharp(bytes).metadata();
    expect([is, compression]).toEqual(format === "avif" ? ["heif", "av1"] : [format, undefined]);
    expect((await cleanImage(uploaded, format)).sha256).toBe(sha256);
  },
);

test("nothing that a phone wrote beside the pixels is in the clean photo, its colour profile included", async () => {
  const uploaded = await portraitFromPhone();
  expect((await sharp(uploaded).metadata()).icc).toBeInstanceOf(Buffer);
  const { bytes } = await cleanImage(Buffer.concat([uploaded, Buffer.from("trailer: Secret")]), "jpeg");
  const { exif, xmp, iptc, icc, comments, orientation } = await sharp(bytes).metadata();
  expect({ exif, xmp, iptc, icc, comments, orientation }).toEqual({});
  expect(bytes.toString("latin1")).not.toMatch(/Exif|GPS|xmpmeta|Photoshop|PhoneMaker|Secret|ICC_PROFILE/);
});

test("colours are right without the profile that named them", async () => {
  const named = await quarters().withIccProfile("p3").png().toBuffer();
  const asStored = await sharp(named).keepIccProfile().raw().toBuffer();
  expect([...asStored.subarray(0, 3)]).not.toEqual(COLOURS.R);
  expect(await seen((await cleanImage(named, "png")).bytes)).toBe("RGBW");
});

test("what cannot be opened is refused", async () => {
  await expect(cleanImage(portrait.subarray(0, 5_000), "png")).rejects.toMatchObject({ code: "UNREADABLE" });
});

import { createHash } from "node:crypto";
import sharp from "sharp";
import { afterAll, beforeAll, expect, test } from "vitest";
import { portrait, portraitAs, portraitFromPhone } from "../../samples/pictures.js";
import { EmbeddedBackgroundRemover } from "./background-removal/embedded-background-remover.js";
import { findSubject } from "./find-subject.js";
import { ImageRefused } from "./image-refusal.js";
import type { Recipe } from "./recipe.js";
import { renderPortrait } from "./render-portrait.js";

const BLUE = [0x1e, 0xa0, 0xff];
const square: Recipe = { width: 512, height: 512, fit: "crop", format: "png", quality: 90, backdrop: "#1ea0ff" };

let remover: EmbeddedBackgroundRemover;
beforeAll(async () => {
  remover = new EmbeddedBackgroundRemover();
  await remover.warmUp();
});
afterAll(() => remover.close());

const edit = async (original: Uint8Array, changes: Partial<Recipe> = {}, by = remover) =>
  renderPortrait(original, await findSubject(original, by), { ...square, ...changes });

async function pixelsOf(bytes: Uint8Array) {
  const { data, info } = await sharp(bytes).ensureAlpha().raw().toBuffer({ resolveWithObject: true });
  return {
    data,
    at: (x: number, y: number) => [...data.subarray((y * info.width + x) * 4, (y * info.width + x) * 4 + 4)],
  };
}
const isNear = (pixel: ArrayLike<number>, colour: readonly number[], tolerance: number) =>
  colour.every((value, channel) => Math.abs(value - pixel[channel]!) <= tolerance);

test("P04: replaces the background and keeps the person", async () => {
  const edited = await pixelsOf((await edit(portrait)).bytes);
  const original = await pixelsOf(portrait);
  const [topLeft, topRight, flag, model] = [edited.at(2, 2), edited.at(509, 2), edited.at(30, 60), edited.at(420, 100)];
  for (const removed of [topLeft, topRight, flag, model]) expect(removed.slice(0, 3)).toEqual(BLUE);
  // Face, hair, suit, patch and helmet stay as they are.
  for (const [x, y] of [
    [222, 120],
    [230, 40],
    [120, 330],
    [172, 385],
    [360, 450],
  ] as const) {
    expect(isNear(edited.at(x, y), original.at(x, y).slice(0, 3), 3)).toBe(true);
  }
});

test("about two fifths of the portrait become backdrop, and nearly every pixel is one or the other", async () => {
  const edited = await edit(portrait);
  const [after, before] = [(await pixelsOf(edited.bytes)).data, (await pixelsOf(portrait)).data];
  let [backdrop, person] = [0, 0];
  for (let at = 0; at < after.length; at += 4) {
    if (isNear(after.subarray(at, at + 3), BLUE, 2)) backdrop++;
    else if (isNear(after.subarray(at, at + 3), [...before.subarray(at, at + 3)], 2)) person++;
  }
  const pixels = after.length / 4;
  expect(backdrop / pixels).toBeGreaterThan(0.4);
  expect(backdrop / pixels).toBeLessThan(0.5);
  expect((backdrop + person) / pixels).toBeGreaterThan(0.95);
});

test("the phone's place, owner, device and profile are gone from every format", async () => {
  const original = await portraitFromPhone();
  const before = await sharp(original).metadata();
  expect([before.exif, before.xmp, before.icc].every((part) => part !== undefined)).toBe(true);
  for (const format of ["jpeg", "webp", "avif", "png"] as const) {
    const { bytes } = await edit(original, { format });
    const { exif, xmp, icc, iptc, comments, orientation } = await sharp(bytes).metadata();
    expect({ exif, xmp, icc, iptc, comments, orientation }).toEqual({});
    expect(bytes.toString("latin1")).not.toMatch(
      /Exif|GPS|xmpmeta|Photoshop|PhoneMaker|Secret|ICC_PROFILE|iCCP|tEXt|portrait/,
    );
  }
});

test("a photo taken sideways comes out upright", async () => {
  const upright = await pixelsOf((await edit(portrait)).bytes);
  const fromPhone = await pixelsOf((await edit(await portraitFromPhone())).bytes);
  for (const [x, y] of [
    [2, 2],
    [222, 120],
    [120, 330],
  ] as const) {
    expect(isNear(fromPhone.at(x, y), upright.at(x, y), 24)).toBe(true);
  }
});

test("a transparent picture does not hide the room behind the person", async () => {
  const { data } = await pixelsOf((await edit(portrait, { backdrop: "transparent" })).bytes);
  let [removed, coloured] = [0, 0];
  for (let at = 0; at < data.length; at += 4) {
    if (data[at + 3] !== 0) continue;
    removed++;
    if (data[at] !== 0 || data[at + 1] !== 0 || data[at + 2] !== 0) coloured++;
  }
  expect(removed / (data.length / 4)).toBeGreaterThan(0.4);
  expect(coloured).toBe(0);
});

test("crop fills the recipe's box exactly; inside shows the whole picture and never enlarges it", async () => {
  expect(await edit(portrait, { width: 300, height: 400 })).toMatchObject({ width: 300, height: 400 });
  expect(await edit(portrait, { width: 900, height: 1200 })).toMatchObject({ width: 900, height: 1200 });
  expect(await edit(portrait, { width: 300, height: 400, fit: "inside" })).toMatchObject({ width: 300, height: 300 });
  expect(await edit(portrait, { width: 900, height: 1200, fit: "inside" })).toMatchObject({ width: 512, height: 512 });
});

test("the same photo and recipe give the same bytes, also from another remover and among other photos", async () => {
  const other = new EmbeddedBackgroundRemover();
  const jpeg = await portraitAs("jpeg");
  const edits = [edit(portrait), edit(jpeg), edit(portrait), edit(portrait, {}, other), edit(portrait)];
  const [first, fromJpeg, ...again] = (await Promise.all(edits)).map((edited) => edited.sha256);
  await other.close();
  expect(new Set(again)).toEqual(new Set([first]));
  expect(fromJpeg).not.toBe(first);
});

test("names what it made: digest, type and versions", async () => {
  const edited = await edit(portrait, { format: "webp" });
  expect(edited.contentType).toBe("image/webp");
  expect(edited.sha256).toBe(createHash("sha256").update(edited.bytes).digest("hex"));
  expect(edited.recipeHash).toMatch(/^[0-9a-f]{64}$/);
});

test.each([
  ["grey", () => sharp(portrait).greyscale().png().toBuffer()],
  ["grey and transparent", () => sharp(portrait).greyscale().ensureAlpha(0.5).png().toBuffer()],
  ["16 bits deep", () => sharp(portrait).toColourspace("rgb16").png().toBuffer()],
  ["with a palette", () => sharp(portrait).png({ palette: true }).toBuffer()],
  ["CMYK", () => sharp(portrait).toColourspace("cmyk").jpeg().toBuffer()],
  ["very wide", () => sharp(portrait).resize(4000, 16, { fit: "fill" }).png().toBuffer()],
  ["one pixel", () => sharp(portrait).resize(1, 1).png().toBuffer()],
])("edits a picture that is %s", async (_what, make) => {
  expect(await edit(await make(), { width: 64, height: 80 })).toMatchObject({ width: 64, height: 80 });
});

test("a damaged original is refused and the remover stays usable", async () => {
  await expect(edit(portrait.subarray(0, 90_000))).rejects.toThrow(ImageRefused);
  await expect(edit(Buffer.from("<svg/>"))).rejects.toMatchObject({ code: "UNREADABLE" });
  expect((await edit(portrait)).width).toBe(512);
});

test("a grey headshot has no colour left, in any format, and keeps its transparency", async () => {
  for (const format of ["jpeg", "webp", "avif", "png"] as const) {
    const { data } = await pixelsOf((await edit(portrait, { format, tone: "grey", quality: 90 })).bytes);
    let coloured = 0;
    for (let at = 0; at < data.length; at += 4) if (Math.abs(data[at]! - data[at + 2]!) > 2) coloured++;
    expect([format, coloured]).toEqual([format, 0]);
  }
  const cutOut = await pixelsOf((await edit(portrait, { tone: "grey", backdrop: "transparent" })).bytes);
  expect([cutOut.at(2, 2)[3], cutOut.at(222, 120)[3]]).toEqual([0, 255]);
});

test("an AVIF is an AVIF", async () => {
  const { bytes, contentType } = await edit(portrait, { format: "avif" });
  expect(contentType).toBe("image/avif");
  expect(bytes.toString("latin1", 4, 12)).toBe("ftypavif");
  expect((await sharp(bytes).metadata()).width).toBe(512);
});

test("a headshot around the face has the head large in its middle, from a photo of any shape", async () => {
  const green = { r: 0, g: 255, b: 0 };
  const dot = await sharp({ create: { width: 8, height: 8, channels: 3, background: green } })
    .png()
    .toBuffer();
  const marked = await sharp(portrait)
    .composite([{ input: dot, left: 220, top: 120 }])
    .png()
    .toBuffer();
  const wide = await sharp(marked).extend({ left: 500, right: 100, extendWith: "copy" }).png().toBuffer();
  for (const original of [marked, wide]) {
    const { bytes } = await edit(original, { width: 300, height: 400, fit: "face" });
    const shown = await pixelsOf(bytes);
    const places = Array.from({ length: 300 * 400 }, (_, n) => [n % 300, Math.floor(n / 300)] as const);
    const dots = places.filter(([x, y]) => isNear(shown.at(x, y), [0, 255, 0], 40));
    const mean = (axis: 0 | 1) => dots.reduce((sum, place) => sum + place[axis], 0) / dots.length;
    expect(Math.abs(mean(0) - 150)).toBeLessThan(20);
    expect(Math.abs(mean(1) - 170)).toBeLessThan(40);
    // A view of the whole photo's height would show the dot at 6 × 6 pixels.
    expect(dots.length).toBeGreaterThan(45);
  }
});

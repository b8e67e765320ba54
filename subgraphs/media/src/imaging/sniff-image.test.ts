import sharp from "sharp";
import { expect, test } from "vitest";
import { animatedWebp, blankPng, chunk, emptyZip, isoMedia, png, portrait } from "../../samples/pictures.js";
import { sniffImage } from "./sniff-image.js";

const refusalOf = (bytes: Uint8Array): string => {
  try {
    return `accepted as ${sniffImage(bytes)}`;
  } catch (error) {
    return error instanceof Error && "code" in error ? String(error.code) : String(error);
  }
};
/** The portrait as a thumbnail: the structure is the same, the encoding quick. */
const small = (format: "jpeg" | "png" | "webp" | "avif") => sharp(portrait).resize(96).toFormat(format).toBuffer();
const ascii = (text: string) => Buffer.from(text, "latin1");
const jpegComment = (text: string) => Buffer.concat([ascii("\xff\xfe"), Buffer.of(0, text.length + 2), ascii(text)]);

test.each(["jpeg", "png", "webp", "avif"] as const)("accepts the portrait as %s", async (format) => {
  expect(sniffImage(await small(format))).toBe(format);
});

test("reads a picture that lies within a larger buffer", () => {
  const larger = Buffer.concat([ascii("before"), portrait, ascii("after")]);
  expect(sniffImage(larger.subarray(6, 6 + portrait.length))).toBe("png");
});

test.each([
  ["nothing", "", "EMPTY_FILE"],
  ["text", "Dear studio, here is my photo.\n", "TEXT_NOT_SUPPORTED"],
  ["a page", "<!doctype html><title>photo</title>", "TEXT_NOT_SUPPORTED"],
  ["UTF-16 text", "\xff\xfeh\0i\0", "TEXT_NOT_SUPPORTED"],
  ["SVG", '<svg xmlns="http://www.w3.org/2000/svg"/>', "SVG_NOT_SUPPORTED"],
  ["SVG behind a declaration", '\xef\xbb\xbf <?xml version="1.0"?><!-- x --><svg onload="x()"/>', "SVG_NOT_SUPPORTED"],
  ["GIF", "GIF89a\x01\0\x01\0", "GIF_NOT_SUPPORTED"],
  ["TIFF, little-endian", "II*\0\x08\0\0\0", "TIFF_NOT_SUPPORTED"],
  ["TIFF, big-endian", "MM\0*\0\0\0\x08", "TIFF_NOT_SUPPORTED"],
  ["PDF", "%PDF-1.7\n%\xe2\xe3\xcf\xd3", "PDF_NOT_SUPPORTED"],
  ["PDF behind a few bytes", "\0\0junk%PDF-1.4", "PDF_NOT_SUPPORTED"],
  ["BMP", "BM\x36\0\0\0\0\0", "FORMAT_NOT_SUPPORTED"],
  ["a program", "\x7fELF\x02\x01\x01\0", "FORMAT_NOT_SUPPORTED"],
  ["one byte", "\xff", "FORMAT_NOT_SUPPORTED"],
])("refuses %s by its bytes", (_what, bytes, code) => {
  expect(refusalOf(ascii(bytes))).toBe(code);
});

test.each([
  [["heic", "mif1", "heic"], "HEIC_NOT_SUPPORTED"],
  [["mif1", "heix"], "HEIC_NOT_SUPPORTED"],
  [["msf1", "hevc"], "HEIC_NOT_SUPPORTED"],
  [["avis", "avif", "msf1"], "ANIMATION_NOT_SUPPORTED"],
  [["isom", "mp42"], "VIDEO_NOT_SUPPORTED"],
  [["qt  "], "VIDEO_NOT_SUPPORTED"],
] as const)("tells the brands %j apart", ([major, ...others], code) => {
  expect(refusalOf(isoMedia(major, ...others))).toBe(code);
});

test("tells the owner of a HEIC photo how to convert it", () => {
  expect(() => sniffImage(isoMedia("heic"))).toThrow(/Most Compatible.*export it as JPEG/);
});

test.each(["jpeg", "png", "webp", "avif"] as const)("refuses a %s that was cut off anywhere", async (format) => {
  const whole = await small(format);
  for (const share of [0.1, 0.5, 0.9, 0.999]) {
    expect(refusalOf(whole.subarray(0, Math.floor(whole.length * share)))).toBe("TRUNCATED");
  }
  expect(refusalOf(whole.subarray(0, -1))).toBe("TRUNCATED");
});

test.each(["jpeg", "png", "webp", "avif"] as const)("refuses a %s that is something else as well", async (format) => {
  const picture = await small(format);
  for (const other of [ascii("<script>x()</script>"), ascii("\n%PDF-1.4\n"), ascii("MZ\x90\0"), emptyZip]) {
    expect(refusalOf(Buffer.concat([picture, other]))).toBe("MORE_THAN_A_PHOTO");
  }
});

test("refuses markup and programs in a picture's comments", async () => {
  const jpeg = await small("jpeg");
  for (const hidden of ["<script src=//evil>", "<HTML><body>", "<?php system(1);"]) {
    const withComment = Buffer.concat([jpeg.subarray(0, 2), jpegComment(hidden), jpeg.subarray(2)]);
    expect(refusalOf(withComment)).toBe("MORE_THAN_A_PHOTO");
    const withText = Buffer.concat([
      portrait.subarray(0, 33),
      chunk("tEXt", ascii(`Comment\0${hidden}`)),
      portrait.subarray(33),
    ]);
    expect(refusalOf(withText)).toBe("MORE_THAN_A_PHOTO");
  }
  const harmless = Buffer.concat([jpeg.subarray(0, 2), jpegComment("taken at 5 < 6"), jpeg.subarray(2)]);
  expect(refusalOf(harmless)).toBe("accepted as jpeg");
});

test("refuses a PDF header near the beginning of a picture", async () => {
  const jpeg = await small("jpeg");
  const polyglot = Buffer.concat([jpeg.subarray(0, 2), jpegComment("%PDF-1.5"), jpeg.subarray(2)]);
  expect(refusalOf(polyglot)).toBe("MORE_THAN_A_PHOTO");
});

test("accepts what phones append to a JPEG: a preview, a short film, zeros", async () => {
  const jpeg = await small("jpeg");
  for (const appended of [jpeg, isoMedia("mp42", "isom"), Buffer.alloc(100)]) {
    expect(refusalOf(Buffer.concat([jpeg, appended]))).toBe("accepted as jpeg");
  }
});

test("refuses moving pictures", async () => {
  const moving = Buffer.concat([portrait.subarray(0, 33), chunk("acTL", Buffer.alloc(8)), portrait.subarray(33)]);
  expect(refusalOf(moving)).toBe("ANIMATION_NOT_SUPPORTED");
  expect(refusalOf(await animatedWebp())).toBe("ANIMATION_NOT_SUPPORTED");
});

test("refuses a JPEG of ten thousand scans, made to exhaust a decoder", async () => {
  const jpeg = await small("jpeg");
  const scan = ascii("\xff\xda\0\x08\x01\x01\0\0\x3f\0\x2a");
  const bomb = Buffer.concat([jpeg.subarray(0, -2), ...Array.from({ length: 10_000 }, () => scan), jpeg.subarray(-2)]);
  expect(refusalOf(bomb)).toBe("UNREADABLE");
});

test("walks 25 MB of the worst bytes in little time", () => {
  const endless = (opening: string, pattern: string) =>
    Buffer.concat([ascii(opening), Buffer.alloc(25 * 1024 * 1024, pattern, "latin1")]);
  const worst = [
    endless("\xff\xd8\xff", "\xff"),
    endless("\xff\xd8", "\xff\xd0"),
    endless("\xff\xd8\xff\xda\0\x02", "\xff\0"),
    endless(png([chunk("IHDR", Buffer.alloc(13))]).toString("latin1"), "\0\0\0\0tEXt\0\0\0\0"),
  ];
  const startedAt = performance.now();
  for (const bytes of worst) expect(refusalOf(bytes)).toBe("TRUNCATED");
  expect(performance.now() - startedAt).toBeLessThan(5_000);
});

test("takes a blank PNG for a PNG, whatever its size", () => {
  expect(sniffImage(blankPng(16))).toBe("png");
});

import sharp from "sharp";
import { blankPng, chunk, emptyZip, isoMedia, png, portrait } from "../samples/pictures.js";

export type Format = "jpeg" | "png" | "webp" | "avif";

/** A file that is not one whole still photo, and the format that it pretends to be. */
export interface HostileFile {
  what: string;
  as: Format;
  bytes: Buffer;
}

/** Numbers from 0 up to, not including, `below`, the same for the same seed (mulberry32). */
function dice(seed: number): (below: number) => number {
  let state = seed;
  return (below) => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) % below;
  };
}

type Roll = ReturnType<typeof dice>;
type Pictures = Record<Format, Buffer>;
type Recipe = (pictures: Pictures, roll: Roll) => HostileFile;

const FORMATS: readonly Format[] = ["jpeg", "png", "webp", "avif"];
const ascii = (text: string) => Buffer.from(text, "latin1");
const pick = <T>(roll: Roll, from: readonly T[]): T => from[roll(from.length)]!;
const noise = (roll: Roll, length: number) => Buffer.from(Array.from({ length }, () => roll(256)));

function patched(bytes: Buffer, at: number, values: readonly number[]): Buffer {
  const copy = Buffer.from(bytes);
  copy.set(values, at);
  return copy;
}

/** Changes `changes` bytes within a range to something else. */
function scrambled(bytes: Buffer, roll: Roll, from: number, to: number, changes: number): Buffer {
  const copy = Buffer.from(bytes);
  for (let n = 0; n < changes; n++) copy[from + roll(to - from)]! ^= 1 + roll(255);
  return copy;
}

const big = (value: number) => [value >>> 24, (value >>> 16) & 255, (value >>> 8) & 255, value & 255];
/** Where a JPEG's frame header says how high and wide it is. */
const frameSize = (jpeg: Buffer) => jpeg.indexOf(Buffer.of(0xff, 0xc0)) + 5;
const jpegComment = (text: string) => Buffer.concat([Buffer.of(0xff, 0xfe, 0, text.length + 2), ascii(text)]);

const SCRIPTS = ["<script>alert(1)</script>", "<?php system($_GET[0]);", "<!doctype html><p>", "<HTML><body>"];
const TAILS = [
  emptyZip,
  ascii("PK\x03\x04"),
  ascii("%PDF-1.7\n"),
  ascii("\x7fELF\x02"),
  ascii("MZ\x90"),
  ascii("<svg/>"),
];
const FOREIGN: readonly ((roll: Roll) => Buffer)[] = [
  () => ascii('<svg xmlns="http://www.w3.org/2000/svg" onload="x()"/>'),
  () => ascii('<?xml version="1.0"?><!DOCTYPE x [<!ENTITY a "aaaa"><!ENTITY b "&a;&a;">]><svg>&b;</svg>'),
  (roll) => ascii(`GIF89a${"\0".repeat(roll(60))}`),
  (roll) => Buffer.concat([ascii(pick(roll, ["II*\0", "MM\0*", "II+\0"])), noise(roll, 200)]),
  () => isoMedia("heic", "mif1"),
  () => isoMedia("mif1", "hevc"),
  () => isoMedia("isom", "mp42"),
  () => isoMedia("avis", "avif"),
  () => ascii("%PDF-1.4\n%\xe2\xe3"),
  (roll) => Buffer.concat([ascii("\xff\xd8\xff"), noise(roll, roll(4000))]),
  (roll) => Buffer.concat([ascii("\x89PNG\r\n\x1a\n"), noise(roll, roll(4000))]),
  (roll) => Buffer.concat([ascii("RIFF\x40\0\0\0WEBPVP8 "), noise(roll, roll(200))]),
  (roll) => Buffer.concat([isoMedia("avif", "mif1"), noise(roll, roll(4000))]),
  (roll) => Buffer.concat([Buffer.of(0), noise(roll, 1 + roll(4000))]),
];

const RECIPES: Readonly<Record<string, Recipe>> = {
  "cut short": (pictures, roll) => {
    const as = pick(roll, FORMATS);
    return { what: `${as} cut short`, as, bytes: pictures[as].subarray(0, 1 + roll(pictures[as].length - 40)) };
  },
  "PNG header changed": ({ png: picture }, roll) => {
    return { what: "PNG header changed", as: "png", bytes: scrambled(picture, roll, 16, 29, 1) };
  },
  "PNG pixels changed": ({ png: picture }, roll) => {
    const middle = picture.length >> 1;
    return { what: "PNG pixels changed", as: "png", bytes: scrambled(picture, roll, middle, middle + 500, 9) };
  },
  "JPEG frame changed": ({ jpeg }, roll) => {
    const at = frameSize(jpeg);
    const [offset, value] = pick(roll, [
      [-1, 9 + roll(90)],
      [-1, 0],
      [4, 5 + roll(200)],
      [4, 0],
    ] as const);
    return { what: "JPEG frame changed", as: "jpeg", bytes: patched(jpeg, at + offset, [value]) };
  },
  "WebP header changed": ({ webp }, roll) => {
    return { what: "WebP header changed", as: "webp", bytes: patched(webp, 4, [255, 255, roll(256), roll(100)]) };
  },
  "AVIF boxes changed": ({ avif }, roll) => {
    const meta = avif.indexOf("meta", 0, "latin1") - 4;
    return { what: "AVIF boxes changed", as: "avif", bytes: patched(avif, meta, big(9 + roll(60))) };
  },
  "a bomb of pixels": ({ jpeg }, roll) => {
    const side = 6_500 + roll(5_000);
    if (roll(2) === 0) return { what: "PNG bomb", as: "png", bytes: blankPng(side) };
    const sides = [...big(40_000 + roll(25_000)).slice(2), ...big(40_000 + roll(25_000)).slice(2)];
    return { what: "JPEG bomb", as: "jpeg", bytes: patched(jpeg, frameSize(jpeg), sides) };
  },
  "a header without pixels": (_pictures, roll) => {
    const header = Buffer.from([...big(1 + roll(5000)), ...big(1 + roll(5000)), 8, 2, 0, 0, 0]);
    return { what: "PNG without pixels", as: "png", bytes: png([chunk("IHDR", header), chunk("IDAT"), chunk("IEND")]) };
  },
  "something else behind it": (pictures, roll) => {
    const as = pick(roll, FORMATS);
    return { what: `${as} and more`, as, bytes: Buffer.concat([pictures[as], pick(roll, TAILS)]) };
  },
  "a script inside it": ({ jpeg, png: picture }, roll) => {
    const script = pick(roll, SCRIPTS);
    if (roll(2) === 0) {
      const bytes = Buffer.concat([jpeg.subarray(0, 2), jpegComment(script), jpeg.subarray(2)]);
      return { what: "JPEG with a script", as: "jpeg", bytes };
    }
    const text = chunk("tEXt", ascii(`Comment\0${script}`));
    return {
      what: "PNG with a script",
      as: "png",
      bytes: Buffer.concat([picture.subarray(0, 33), text, picture.subarray(33)]),
    };
  },
  "something else altogether": (_pictures, roll) => {
    return { what: "foreign", as: pick(roll, FORMATS), bytes: pick(roll, FOREIGN)(roll) };
  },
};

/** So many hostile files, of every kind by turns; the same for the same seed. */
export async function* hostileFiles(count: number, seed: number): AsyncGenerator<HostileFile> {
  const small = (format: Format) => sharp(portrait).resize(160).toFormat(format).toBuffer();
  const [jpeg, png, webp, avif] = await Promise.all([small("jpeg"), small("png"), small("webp"), small("avif")]);
  const roll = dice(seed);
  const recipes = Object.values(RECIPES);
  for (let n = 0; n < count; n++) yield recipes[n % recipes.length]!({ jpeg, png, webp, avif }, roll);
}

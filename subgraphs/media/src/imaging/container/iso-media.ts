import { ImageRefused } from "../image-refusal.js";
import { Descriptions, type Container } from "./container.js";

/** Brands of HEIC, the HEVC flavour of HEIF (ISO/IEC 23008-12). */
const HEIC_BRANDS = new Set(["heic", "heix", "heim", "heis", "hevc", "hevx", "hevm", "hevs"]);

const PICTURE_BOXES = new Set(["ftyp", "meta", "mdat"]);

export type IsoMediaKind = "avif" | "avif-sequence" | "heic" | "other";

/** What an ISO base media file (`ftyp` at byte 4) says that it is, by its brands. */
export function isoMediaKind(bytes: Buffer): IsoMediaKind {
  const boxEnd = Math.min(bytes.readUInt32BE(0), bytes.length, 4096);
  const major = bytes.toString("latin1", 8, 12);
  const brands = new Set([major]);
  for (let at = 16; at + 4 <= boxEnd; at += 4) brands.add(bytes.toString("latin1", at, at + 4));
  if (HEIC_BRANDS.has(major)) return "heic";
  if (major === "avis") return "avif-sequence";
  if (brands.has("avif")) return "avif";
  if ([...brands].some((brand) => HEIC_BRANDS.has(brand)) || major === "mif1") return "heic";
  return "other";
}

/** Walks the top-level boxes of an AVIF (ISO/IEC 14496-12) to its end. Throws `ImageRefused`. */
export function readAvif(bytes: Buffer): Container {
  const descriptions = new Descriptions(bytes);
  let animated = false;
  let position = 0;
  while (position + 8 <= bytes.length) {
    const type = bytes.toString("latin1", position + 4, position + 8);
    const next = position + boxSize(bytes, position);
    if (next > bytes.length && PICTURE_BOXES.has(type)) throw new ImageRefused("TRUNCATED");
    // No box at all: something else was appended here.
    if (next > bytes.length || !/^[\x20-\x7e]{4}$/.test(type)) break;
    if (type === "moov") animated = true;
    if (type === "mdat") descriptions.skip(position, next);
    position = next;
  }
  return { end: position, animated, descriptions: descriptions.endingAt(position) };
}

/** A size of 1 announces 64 bits, a size of 0 the rest of the file. */
function boxSize(bytes: Buffer, position: number): number {
  const size = bytes.readUInt32BE(position);
  if (size === 0) return bytes.length - position;
  if (size === 1 && position + 16 <= bytes.length) return boxOfAtLeast(16, Number(bytes.readBigUInt64BE(position + 8)));
  return boxOfAtLeast(8, size);
}

function boxOfAtLeast(minimum: number, size: number): number {
  if (size < minimum) throw new ImageRefused("UNREADABLE");
  return size;
}

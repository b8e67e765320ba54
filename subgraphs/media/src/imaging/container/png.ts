import { ImageRefused } from "../image-refusal.js";
import { Descriptions, type Container } from "./container.js";

const SIGNATURE_SIZE = 8;
/** Length, type and checksum around the data of a chunk. */
const CHUNK_FRAME = 12;
const CHUNK_TYPE = /^[A-Za-z]{4}$/;

/** Walks the chunks of a PNG (W3C PNG, section 5) to `IEND`. Throws `ImageRefused`. */
export function readPng(bytes: Buffer): Container {
  const descriptions = new Descriptions(bytes);
  let animated = false;
  let position = SIGNATURE_SIZE;
  while (position + CHUNK_FRAME <= bytes.length) {
    const type = bytes.toString("latin1", position + 4, position + 8);
    const next = position + CHUNK_FRAME + bytes.readUInt32BE(position);
    if (!CHUNK_TYPE.test(type) || (position === SIGNATURE_SIZE && type !== "IHDR"))
      throw new ImageRefused("UNREADABLE");
    if (next > bytes.length) break;
    if (type === "acTL") animated = true;
    if (type === "IDAT" || type === "fdAT") descriptions.skip(position, next);
    if (type === "IEND") return { end: next, animated, descriptions: descriptions.endingAt(next) };
    position = next;
  }
  throw new ImageRefused("TRUNCATED");
}

import { ImageRefused } from "../image-refusal.js";
import { Descriptions, type Container } from "./container.js";

const FIRST_CHUNK = 12;
const PIXEL_CHUNKS = new Set(["VP8 ", "VP8L", "ALPH", "ANMF"]);

/** Walks the chunks of a WebP (RFC 9649) to the end that its RIFF header states. Throws `ImageRefused`. */
export function readWebp(bytes: Buffer): Container {
  const end = 8 + bytes.readUInt32LE(4);
  if (end > bytes.length) throw new ImageRefused("TRUNCATED");
  const descriptions = new Descriptions(bytes);
  let animated = false;
  let position = FIRST_CHUNK;
  while (position + 8 <= end) {
    const type = bytes.toString("latin1", position, position + 4);
    const size = bytes.readUInt32LE(position + 4);
    const next = position + 8 + size + (size % 2);
    if (next > end + 1) throw new ImageRefused("UNREADABLE");
    if (type === "ANIM" || type === "ANMF") animated = true;
    if (PIXEL_CHUNKS.has(type)) descriptions.skip(position, next);
    position = next;
  }
  return { end, animated, descriptions: descriptions.endingAt(end) };
}

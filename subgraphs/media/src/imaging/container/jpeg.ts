import { ImageRefused } from "../image-refusal.js";
import { Descriptions, type Container } from "./container.js";

const START_OF_SCAN = 0xda;
const END_OF_IMAGE = 0xd9;
/** Progressive photos have about ten; thousands of tiny scans only serve to exhaust a decoder. */
const MAX_SCANS = 100;

/** Walks the segments of a JPEG (ITU T.81, annex B) to its end marker. Throws `ImageRefused`. */
export function readJpeg(bytes: Buffer): Container {
  const descriptions = new Descriptions(bytes);
  let scans = 0;
  let position = 2;
  for (;;) {
    position = nextMarker(bytes, position);
    const marker = bytes[position - 1]!;
    if (marker === END_OF_IMAGE) {
      return { end: position, animated: false, descriptions: descriptions.endingAt(position) };
    }
    if (standsAlone(marker)) continue;
    if (position + 2 > bytes.length) throw new ImageRefused("TRUNCATED");
    position += bytes.readUInt16BE(position);
    if (marker !== START_OF_SCAN) continue;
    if (++scans > MAX_SCANS) throw new ImageRefused("UNREADABLE");
    const scanEnd = endOfScan(bytes, position);
    descriptions.skip(position, scanEnd);
    position = scanEnd;
  }
}

/**
 * The position just after the next marker. Cameras leave stray bytes between segments, which
 * decoders skip, as this does. A plain loop, since a hostile file is nothing but markers.
 */
function nextMarker(bytes: Buffer, from: number): number {
  for (let position = from + 1; position < bytes.length; position++) {
    if (bytes[position - 1] === 0xff && bytes[position] !== 0 && bytes[position] !== 0xff) return position + 1;
  }
  throw new ImageRefused("TRUNCATED");
}

/** Compressed data ends at the first marker that is neither a stuffed zero nor a restart. */
function endOfScan(bytes: Buffer, from: number): number {
  let after = nextMarker(bytes, from);
  while (isRestart(bytes[after - 1]!)) after = nextMarker(bytes, after);
  return after - 2;
}

function isRestart(marker: number): boolean {
  return marker >= 0xd0 && marker <= 0xd7;
}

function standsAlone(marker: number): boolean {
  return isRestart(marker) || marker === 0x01 || marker === 0xd8;
}

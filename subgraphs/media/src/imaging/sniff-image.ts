import type { Container } from "./container/container.js";
import { isoMediaKind, readAvif } from "./container/iso-media.js";
import { readJpeg } from "./container/jpeg.js";
import { readPng } from "./container/png.js";
import { readWebp } from "./container/webp.js";
import { recogniseForeignFormat } from "./foreign-format.js";
import { hidesOtherContent } from "./hidden-content.js";
import type { ImageFormat } from "./image-format.js";
import { ImageRefused } from "./image-refusal.js";

const READERS: Record<ImageFormat, (bytes: Buffer) => Container> = {
  jpeg: readJpeg,
  png: readPng,
  webp: readWebp,
  avif: readAvif,
};

/**
 * Decides what a file is from its bytes alone; a name or a content type is not asked.
 * Decodes no pixel. Throws `ImageRefused` for every other format and for files that are
 * animated, incomplete, or something else besides a picture (P33).
 */
export function sniffImage(file: Uint8Array): ImageFormat {
  const bytes = Buffer.from(file.buffer, file.byteOffset, file.byteLength);
  const format = recogniseFormat(bytes);
  const container = READERS[format](bytes);
  if (container.animated) throw new ImageRefused("ANIMATION_NOT_SUPPORTED");
  if (hidesOtherContent(bytes, format, container)) throw new ImageRefused("MORE_THAN_A_PHOTO");
  return format;
}

function recogniseFormat(bytes: Buffer): ImageFormat {
  const opening = bytes.toString("latin1", 0, 12);
  if (opening.startsWith("\xff\xd8\xff")) return "jpeg";
  if (opening.startsWith("\x89PNG\r\n\x1a\n")) return "png";
  if (opening.startsWith("RIFF") && opening.endsWith("WEBP")) return "webp";
  if (opening.length === 12 && opening.slice(4, 8) === "ftyp") return recogniseIsoMedia(bytes);
  throw new ImageRefused(recogniseForeignFormat(bytes));
}

function recogniseIsoMedia(bytes: Buffer): "avif" {
  const kind = isoMediaKind(bytes);
  switch (kind) {
    case "avif":
      return "avif";
    case "avif-sequence":
      throw new ImageRefused("ANIMATION_NOT_SUPPORTED");
    case "heic":
      throw new ImageRefused("HEIC_NOT_SUPPORTED");
    case "other":
      throw new ImageRefused("VIDEO_NOT_SUPPORTED");
    default:
      return kind satisfies never;
  }
}

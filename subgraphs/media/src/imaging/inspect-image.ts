import { createHash } from "node:crypto";
import { MAX_PIXELS, openImage, readMetadata } from "./image-decoder.js";
import type { ImageFormat } from "./image-format.js";
import { ImageRefused } from "./image-refusal.js";
import { sniffImage } from "./sniff-image.js";

/** The most bytes that an uploaded photo may have: 25 MB. */
export const MAX_IMAGE_BYTES = 25 * 1024 * 1024;

export interface InspectedImage {
  readonly format: ImageFormat;
  readonly contentType: `image/${ImageFormat}`;
  /** In pixels, as a viewer shows the photo upright. */
  readonly width: number;
  readonly height: number;
  readonly byteLength: number;
  /** SHA-256 of the file's bytes, in hexadecimal. */
  readonly sha256: string;
}

/**
 * Proves that a file is one whole still photo within limits, by decoding all of it, and says
 * what it is. Throws `ImageRefused`, whatever the bytes are.
 */
export async function inspectImage(bytes: Uint8Array): Promise<InspectedImage> {
  if (bytes.length > MAX_IMAGE_BYTES) throw new ImageRefused("FILE_TOO_LARGE");
  const format = sniffImage(bytes);
  const metadata = await orUnreadable(readMetadata(bytes));
  if ((metadata.pages ?? 1) > 1) throw new ImageRefused("ANIMATION_NOT_SUPPORTED");
  if (metadata.width * metadata.height > MAX_PIXELS) throw new ImageRefused("TOO_MANY_PIXELS");
  await orUnreadable(decodeThroughout(bytes));
  return {
    format,
    contentType: `image/${format}`,
    width: metadata.autoOrient.width,
    height: metadata.autoOrient.height,
    byteLength: bytes.length,
    sha256: createHash("sha256").update(bytes).digest("hex"),
  };
}

/** Gives every pixel to a small result: damage anywhere in the file shows, and little memory is used. */
function decodeThroughout(bytes: Uint8Array): Promise<Buffer> {
  return openImage(bytes).resize(64, 64, { fit: "fill" }).raw().toBuffer();
}

async function orUnreadable<T>(decoding: Promise<T>): Promise<T> {
  try {
    return await decoding;
  } catch (error) {
    throw new ImageRefused("UNREADABLE", { cause: error });
  }
}

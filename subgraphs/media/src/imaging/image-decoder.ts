import sharp, { type Metadata, type Sharp } from "sharp";

/** The most pixels that a photo may have: a bomb is small in bytes and large here. */
export const MAX_PIXELS = 40_000_000;
const MAX_SECONDS = 30;

// Every decoder of the library is off but the four for accepted formats, read from memory.
sharp.block({ operation: ["VipsForeignLoad"] });
sharp.unblock({
  operation: [
    "VipsForeignLoadJpegBuffer",
    "VipsForeignLoadPngBuffer",
    "VipsForeignLoadWebpBuffer",
    "VipsForeignLoadHeifBuffer",
  ],
});
// The library would keep recent pictures for reuse; nothing may be kept (P14).
sharp.cache(false);

/**
 * Opens an uploaded file for decoding, within limits. Tolerates what decoders only warn about,
 * since the files of some phones carry such flaws; a file that ends early is an error.
 */
export function openImage(bytes: Uint8Array): Sharp {
  return sharp(bytes, { limitInputPixels: MAX_PIXELS, failOn: "error" }).timeout({ seconds: MAX_SECONDS });
}

/** Reads a file's header, decoding no pixel, so it may be asked about any size. */
export function readMetadata(bytes: Uint8Array): Promise<Metadata> {
  return sharp(bytes, { limitInputPixels: false, failOn: "error" }).metadata();
}

/** Opens pixels that were decoded before, row by row: 1 channel is grey, 3 are colour, 4 have transparency. */
export function openPixels(pixels: Uint8Array, width: number, height: number, channels: 1 | 3 | 4): Sharp {
  return sharp(pixels, { raw: { width, height, channels }, limitInputPixels: MAX_PIXELS });
}

/** An empty, transparent picture. */
export function openCanvas(width: number, height: number): Sharp {
  return sharp({ create: { width, height, channels: 4, background: "#00000000" } });
}

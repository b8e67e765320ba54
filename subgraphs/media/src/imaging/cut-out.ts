import type { Sharp } from "sharp";
import type { SubjectMask } from "./background-removal/background-remover.js";
import { openCanvas, openPixels } from "./image-decoder.js";
import type { Raster } from "./raster.js";

/** Confidence below the first is background, above the second it is person; between them the edge is soft. */
const BACKGROUND_BELOW = 0.35;
const PERSON_ABOVE = 0.9;
const SLOPE = 1 / (PERSON_ABOVE - BACKGROUND_BELOW);

/** The picture with everything but the person transparent. */
export async function cutOut(picture: Raster, mask: SubjectMask): Promise<Sharp> {
  const { width, height, rgb } = picture;
  const coverage = await openPixels(mask.alpha, mask.width, mask.height, 1)
    .resize(width, height, { fit: "fill", kernel: "cubic" })
    .linear(SLOPE, -255 * SLOPE * BACKGROUND_BELOW)
    .toColourspace("b-w")
    .raw()
    .toBuffer();
  const masked = await openPixels(rgb, width, height, 3)
    .joinChannel(coverage, { raw: { width, height, channels: 1 } })
    .raw()
    .toBuffer();
  return withoutHiddenColours(masked, width, height);
}

/** A removed pixel loses its colour too, or a transparent file would still hold the room behind the person. */
async function withoutHiddenColours(rgba: Buffer, width: number, height: number): Promise<Sharp> {
  const painted = await openCanvas(width, height)
    .composite([{ input: rgba, raw: { width, height, channels: 4 } }])
    .raw()
    .toBuffer();
  return openPixels(painted, width, height, 4);
}

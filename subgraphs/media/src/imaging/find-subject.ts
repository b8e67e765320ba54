import type { BackgroundRemover, SubjectMask } from "./background-removal/background-remover.js";
import { decodeUpright } from "./decode-upright.js";
import { openImage, openPixels } from "./image-decoder.js";
import type { Raster } from "./raster.js";

/** Enough for a soft edge at any size; a service gets no more of a person than that. */
const SIDE = 1_024;

/** The picture in which the person is looked for, at most 1024 pixels on each side. @throws ImageRefused */
export function decodeForSubject(original: Uint8Array): Promise<Raster> {
  return decodeUpright(original, { width: SIDE, height: SIDE, fit: "inside" });
}

/** A mask as a lossless PNG in greys, to be kept sealed: a few kilobytes. */
export function encodeMask({ alpha, width, height }: SubjectMask): Promise<Buffer> {
  return openPixels(alpha, width, height, 1).toColourspace("b-w").png().toBuffer();
}

/** The mask that `encodeMask` wrote. */
export async function decodeMask(png: Uint8Array, removerVersion: string): Promise<SubjectMask> {
  const { data, info } = await openImage(png).toColourspace("b-w").raw().toBuffer({ resolveWithObject: true });
  return { width: info.width, height: info.height, alpha: data, removerVersion };
}

/** The mask of the person in an original. @throws ImageRefused, BackgroundRemovalFailed */
export async function findSubject(original: Uint8Array, remover: BackgroundRemover): Promise<SubjectMask> {
  return remover.removeBackground(await decodeForSubject(original));
}

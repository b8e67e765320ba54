import { createHash } from "node:crypto";
import type { Sharp } from "sharp";
import type { BackgroundRemover } from "./background-removal/background-remover.js";
import { cutOut, shareOf } from "./cut-out.js";
import { openImage } from "./image-decoder.js";
import { ImageRefused } from "./image-refusal.js";
import type { Raster } from "./raster.js";
import { recipeHash, type Recipe } from "./recipe.js";

export interface EditedPortrait {
  readonly bytes: Buffer;
  readonly contentType: "image/jpeg" | "image/webp" | "image/png";
  readonly width: number;
  readonly height: number;
  /** SHA-256 of `bytes`, in hexadecimal. */
  readonly sha256: string;
  readonly recipeHash: string;
  readonly removerVersion: string;
  /** How much of the photo the person takes, 0 to 1. Close to 0: nobody was found. */
  readonly subjectShare: number;
}

/**
 * Makes one finished headshot of an inspected original: upright, in sRGB, without any metadata,
 * the background replaced by the recipe's backdrop (P04). The same original, recipe and remover
 * version give the same bytes. Keeps nothing (P14).
 * Throws `ImageRefused` (`UNREADABLE`) and `BackgroundRemovalFailed`.
 */
export async function editPortrait(
  original: Uint8Array,
  recipe: Recipe,
  remover: BackgroundRemover,
): Promise<EditedPortrait> {
  const picture = await decodeUpright(original, recipe);
  const mask = await remover.removeBackground(picture);
  const framed = frame(await cutOut(picture, mask), recipe);
  const { data, info } = await encode(framed, recipe).toBuffer({ resolveWithObject: true });
  return {
    bytes: data,
    contentType: `image/${recipe.format}`,
    width: info.width,
    height: info.height,
    sha256: createHash("sha256").update(data).digest("hex"),
    recipeHash: recipeHash(recipe),
    removerVersion: remover.version,
    subjectShare: shareOf(mask),
  };
}

/**
 * The whole picture, no larger than the recipe needs: the mask sees all of it, the memory little.
 * What is transparent in the original becomes white.
 */
async function decodeUpright(original: Uint8Array, { width, height, fit }: Recipe): Promise<Raster> {
  try {
    const { data, info } = await openImage(original)
      .autoOrient()
      .flatten({ background: "#ffffff" })
      .resize(width, height, { fit: fit === "crop" ? "outside" : "inside", withoutEnlargement: true })
      .toColourspace("srgb")
      .raw({ depth: "uchar" })
      .toBuffer({ resolveWithObject: true });
    return { width: info.width, height: info.height, rgb: data };
  } catch (error) {
    throw new ImageRefused("UNREADABLE", { cause: error });
  }
}

function frame(person: Sharp, { width, height, fit, backdrop }: Recipe): Sharp {
  const framed = fit === "crop" ? person.resize(width, height, { fit: "cover" }) : person;
  return backdrop === "transparent" ? framed : framed.flatten({ background: backdrop });
}

function encode(picture: Sharp, { format, quality }: Recipe): Sharp {
  switch (format) {
    case "jpeg":
      return picture.jpeg({ quality, chromaSubsampling: "4:4:4" });
    case "webp":
      return picture.webp({ quality });
    case "png":
      return picture.png();
    default:
      return format satisfies never;
  }
}

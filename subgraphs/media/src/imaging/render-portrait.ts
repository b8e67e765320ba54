import { createHash } from "node:crypto";
import type { Sharp } from "sharp";
import type { SubjectMask } from "./background-removal/background-remover.js";
import { cutOut } from "./cut-out.js";
import { decodeUpright, uprightSize } from "./decode-upright.js";
import { faceBox, type Box } from "./face-box.js";
import { faceView } from "./face-view.js";
import { recipeHash, type Recipe } from "./recipe.js";

export interface RenderedPortrait {
  readonly bytes: Buffer;
  readonly contentType: `image/${Recipe["format"]}`;
  readonly width: number;
  readonly height: number;
  /** SHA-256 of `bytes`, in hexadecimal. */
  readonly sha256: string;
  readonly recipeHash: string;
}

/** Least effort at which AVIF is still a third smaller than WebP; each step more doubles the time. */
const AVIF_EFFORT = 2;
const WHOLE: Box = { left: 0, top: 0, width: 1, height: 1 };

/**
 * Makes a headshot of an original and the mask of its person: upright, in sRGB, without any metadata, the background
 * replaced by the recipe's backdrop (P04). The same original, mask and recipe give the same bytes. Keeps nothing (P14).
 * @throws ImageRefused `UNREADABLE`
 */
export async function renderPortrait(
  original: Uint8Array,
  mask: SubjectMask,
  recipe: Recipe,
): Promise<RenderedPortrait> {
  const view = await viewOf(original, mask, recipe);
  const picture = await decodeUpright(original, {
    width: recipe.width / view.width,
    height: recipe.height / view.height,
    fit: recipe.fit === "inside" ? "inside" : "outside",
  });
  const person = await cutOut(picture, mask);
  const shown = view === WHOLE ? person : person.extract(toPixels(view, picture));
  const finished = encode(paint(frame(shown, recipe), recipe), recipe);
  const { data, info } = await finished.toBuffer({ resolveWithObject: true });
  return {
    bytes: data,
    contentType: `image/${recipe.format}`,
    width: info.width,
    height: info.height,
    sha256: createHash("sha256").update(data).digest("hex"),
    recipeHash: recipeHash(recipe),
  };
}

async function viewOf(original: Uint8Array, mask: SubjectMask, recipe: Recipe): Promise<Box> {
  const head = recipe.fit === "face" ? faceBox(mask) : null;
  return head === null ? WHOLE : faceView(head, await uprightSize(original), recipe);
}

function toPixels(view: Box, { width, height }: { width: number; height: number }) {
  const left = Math.floor(view.left * width);
  const top = Math.floor(view.top * height);
  return {
    left,
    top,
    width: Math.max(1, Math.min(Math.round(view.width * width), width - left)),
    height: Math.max(1, Math.min(Math.round(view.height * height), height - top)),
  };
}

function frame(person: Sharp, { width, height, fit }: Recipe): Sharp {
  return fit === "inside" ? person : person.resize(width, height, { fit: "cover" });
}

function paint(person: Sharp, { backdrop, tone }: Recipe): Sharp {
  const standing = backdrop === "transparent" ? person : person.flatten({ background: backdrop });
  return tone === "grey" ? standing.greyscale() : standing;
}

function encode(picture: Sharp, { format, quality }: Recipe): Sharp {
  switch (format) {
    case "jpeg":
      return picture.jpeg({ quality, chromaSubsampling: "4:4:4" });
    case "webp":
      return picture.webp({ quality });
    case "avif":
      return picture.avif({ quality, effort: AVIF_EFFORT });
    case "png":
      return picture.png();
    default:
      return format satisfies never;
  }
}

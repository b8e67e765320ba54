import { createHash } from "node:crypto";
import { readFile } from "node:fs/promises";
import sharp from "sharp";
import { EmbeddedBackgroundRemover } from "../imaging/background-removal/embedded-background-remover.js";
import type { BackgroundRemover } from "../imaging/background-removal/background-remover.js";
import { editPortrait, type EditedPortrait } from "../imaging/edit-portrait.js";
import type { Recipe } from "../imaging/recipe.js";

const SAMPLE = new URL("../../samples/portrait-nasa-collins.png", import.meta.url);
const SIDE = 400;

/** What the demo's studios put behind people. */
const BACKDROPS = ["#e8eef4", "#f4ece4", "#dfe9df", "#d8dbe8", "#f2dede", "#3a4657"];

/** A photo as it was uploaded, and the headshot made of it. */
export interface DemoPortrait {
  original: Buffer;
  originalDigest: string;
  edited: EditedPortrait;
}

/** The demo's portraits, 400 × 400: one person before different backdrops. The model looks at her once. */
export async function renderDemoPortraits(): Promise<DemoPortrait[]> {
  const original = await sharp(await readFile(SAMPLE))
    .resize(SIDE, SIDE)
    .jpeg({ quality: 85 })
    .toBuffer();
  const originalDigest = createHash("sha256").update(original).digest("hex");
  const embedded = new EmbeddedBackgroundRemover();
  try {
    const remover = rememberingMask(embedded);
    const edits = BACKDROPS.map((backdrop) => editPortrait(original, recipeWith(backdrop), remover));
    return (await Promise.all(edits)).map((edited) => ({ original, originalDigest, edited }));
  } finally {
    await embedded.close();
  }
}

/** The portraits are one picture, so they have one mask. */
function rememberingMask(remover: BackgroundRemover): BackgroundRemover {
  let mask: ReturnType<BackgroundRemover["removeBackground"]> | undefined;
  return {
    version: remover.version,
    removeBackground: (picture) => (mask ??= remover.removeBackground(picture)),
    close: () => remover.close(),
  };
}

function recipeWith(backdrop: string): Recipe {
  return { width: SIDE, height: SIDE, fit: "crop", format: "jpeg", quality: 82, backdrop };
}

export const DEMO_SIDE = SIDE;

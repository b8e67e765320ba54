import { createHash } from "node:crypto";
import { readFile } from "node:fs/promises";
import sharp from "sharp";
import { EmbeddedBackgroundRemover } from "../imaging/background-removal/embedded-background-remover.js";
import { findSubject } from "../imaging/find-subject.js";
import type { Recipe } from "../imaging/recipe.js";
import { renderPortrait, type RenderedPortrait } from "../imaging/render-portrait.js";

const SAMPLE = new URL("../../samples/portrait-nasa-collins.png", import.meta.url);
const SIDE = 400;

/** What the demo's studios put behind people. */
const BACKDROPS = ["#e8eef4", "#f4ece4", "#dfe9df", "#d8dbe8", "#f2dede", "#3a4657"];

/** A photo as it was uploaded, and the headshot made of it. */
export interface DemoPortrait {
  original: Buffer;
  originalDigest: string;
  edited: RenderedPortrait;
  removerVersion: string;
}

let rendered: Promise<DemoPortrait[]> | undefined;

/** The demo's portraits, 400 × 400: one person before different backdrops. They never change: a process renders once. */
export function renderDemoPortraits(): Promise<DemoPortrait[]> {
  return (rendered ??= render());
}

/** The model looks at the person once. */
async function render(): Promise<DemoPortrait[]> {
  const original = await sharp(await readFile(SAMPLE))
    .resize(SIDE, SIDE)
    .jpeg({ quality: 85 })
    .toBuffer();
  const originalDigest = createHash("sha256").update(original).digest("hex");
  const embedded = new EmbeddedBackgroundRemover();
  try {
    const mask = await findSubject(original, embedded);
    const edits = BACKDROPS.map((backdrop) => renderPortrait(original, mask, recipeWith(backdrop)));
    const { removerVersion } = mask;
    return (await Promise.all(edits)).map((edited) => ({ original, originalDigest, edited, removerVersion }));
  } finally {
    await embedded.close();
  }
}

function recipeWith(backdrop: string): Recipe {
  return { width: SIDE, height: SIDE, fit: "crop", format: "jpeg", quality: 82, backdrop };
}

export const DEMO_SIDE = SIDE;

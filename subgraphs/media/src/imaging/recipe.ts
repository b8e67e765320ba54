import { createHash } from "node:crypto";
import { z } from "zod";

/** Raised whenever the same recipe would come out differently, so that old results are not taken for new ones. */
const PIPELINE_VERSION = 2;

const side = z.int("Whole pixels.").min(16, "At least 16 pixels.").max(6_000, "At most 6000 pixels.");

export const RECIPE_FITS = ["crop", "face", "inside"] as const;
export const RECIPE_FORMATS = ["jpeg", "webp", "avif", "png"] as const;

/**
 * How a headshot is to come out. `crop` fills width × height and cuts what is over; `face` does so around the person's
 * head; `inside` shows the whole picture within that box, never enlarged. Quality is 1 to 100 (PNG ignores it).
 * Without `tone` the picture keeps its colours.
 */
export const recipeSchema = z
  .strictObject({
    width: side,
    height: side,
    fit: z.enum(RECIPE_FITS),
    format: z.enum(RECIPE_FORMATS),
    quality: z
      .int("Quality goes from 1 to 100.")
      .min(1, "Quality goes from 1 to 100.")
      .max(100, "Quality goes from 1 to 100."),
    backdrop: z
      .string()
      .regex(/^(#[0-9a-fA-F]{6}|transparent)$/, "A backdrop is a colour such as #1ea0ff, or transparent.")
      .toLowerCase(),
    tone: z.literal("grey").optional(),
  })
  .refine((recipe) => recipe.format !== "jpeg" || recipe.backdrop !== "transparent", {
    path: ["backdrop"],
    error: "A JPEG cannot be transparent: choose a colour, or WebP, AVIF or PNG.",
  });

export type Recipe = Readonly<z.infer<typeof recipeSchema>>;

/** The recipe's name, 64 hexadecimal digits: SHA-256 of its canonical JSON and the pipeline's version. */
export function recipeHash(recipe: Recipe): string {
  const sorted = Object.entries(recipe)
    .filter(([, value]) => value !== undefined)
    .toSorted(([left], [right]) => (left < right ? -1 : 1));
  const canonical = JSON.stringify({ pipeline: PIPELINE_VERSION, recipe: Object.fromEntries(sorted) });
  return createHash("sha256").update(canonical).digest("hex");
}

import { createHash } from "node:crypto";
import { z } from "zod";

/** Raised whenever the same recipe would come out differently, so that old results are not taken for new ones. */
const PIPELINE_VERSION = 1;

const side = z.int().min(16).max(6_000);

/**
 * How a studio wants its headshots. `crop` fills width × height and cuts what is over; `inside`
 * shows the whole picture within that box, never enlarged. Quality is 1 to 100 (PNG ignores it).
 */
export const recipeSchema = z
  .strictObject({
    width: side,
    height: side,
    fit: z.enum(["crop", "inside"]),
    format: z.enum(["jpeg", "webp", "png"]),
    quality: z.int().min(1).max(100),
    backdrop: z.union(
      [
        z.literal("transparent"),
        z
          .string()
          .regex(/^#[0-9a-f]{6}$/i)
          .toLowerCase(),
      ],
      {
        error: "A backdrop is a colour such as #1ea0ff, or transparent.",
      },
    ),
  })
  .refine((recipe) => recipe.format !== "jpeg" || recipe.backdrop !== "transparent", {
    path: ["backdrop"],
    error: "A JPEG cannot be transparent: choose a colour, or WebP or PNG.",
  });

export type Recipe = Readonly<z.infer<typeof recipeSchema>>;

/** The recipe's name, 64 hexadecimal digits: SHA-256 of its canonical JSON and the pipeline's version. */
export function recipeHash(recipe: Recipe): string {
  const sorted = Object.entries(recipe).toSorted(([left], [right]) => (left < right ? -1 : 1));
  const canonical = JSON.stringify({ pipeline: PIPELINE_VERSION, recipe: Object.fromEntries(sorted) });
  return createHash("sha256").update(canonical).digest("hex");
}

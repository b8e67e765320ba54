import { z } from "zod";
import { InvalidRecipe } from "./studio.errors.js";
import { RECIPE_FITS, RECIPE_FORMATS, type Recipe } from "./studio.values.js";

const side = z.int().min(16, "At least 16 pixels.").max(6_000, "At most 6000 pixels.");

/** What the imaging pipeline can make. */
const recipeSchema = z
  .strictObject({
    width: side,
    height: side,
    fit: z.enum(RECIPE_FITS),
    format: z.enum(RECIPE_FORMATS),
    quality: z.int().min(1, "Quality goes from 1 to 100.").max(100, "Quality goes from 1 to 100."),
    backdrop: z
      .string()
      .regex(/^(#[0-9a-f]{6}|transparent)$/i, "A backdrop is a colour such as #1ea0ff, or transparent."),
  })
  .superRefine((recipe, context) => {
    if (recipe.format !== "jpeg" || recipe.backdrop.toLowerCase() !== "transparent") return;
    const message = "A JPEG cannot be transparent: choose a colour, or WebP or PNG.";
    context.addIssue({ code: "custom", path: ["backdrop"], message });
  });

/** Everything that is wrong with a recipe, each problem with its path. */
export function checkRecipe(recipe: Recipe): InvalidRecipe[] {
  const result = recipeSchema.safeParse({ ...recipe });
  if (result.success) return [];
  return result.error.issues.map(
    (issue) => new InvalidRecipe(issue.message, ["input", "recipe", ...issue.path.map(String)]),
  );
}

/** The recipe as it is stored: equal recipes are equal texts. */
export function canonicalRecipe({ width, height, fit, format, quality, backdrop }: Recipe): Recipe {
  return { width, height, fit, format, quality, backdrop: backdrop.toLowerCase() };
}

import { recipeSchema, type Recipe } from "../imaging/recipe.js";
import type { AddDerivativeRecipeInput } from "./derivative-recipe.input.js";

/** Recipes that one studio may have: each costs time and space with every photo. */
export const MAX_RECIPES = 20;

/** Jobs that may begin without one more photo dealt with: as many as the queue's first try and its retries but one. */
export const MAX_RUN_ATTEMPTS = 8;

const NAME = /^[a-z0-9][a-z0-9-]{0,39}$/;

/** The recipe that is asked for, or what is wrong with it, and where. */
export function readRecipe({
  studioId: _studio,
  name,
  tone,
  ...wanted
}: AddDerivativeRecipeInput): { recipe: Recipe } | { message: string; path: string[] } {
  if (!NAME.test(name)) {
    return { message: "A name has 1 to 40 lower-case letters, digits and hyphens.", path: ["input", "name"] };
  }
  const parsed = recipeSchema.safeParse({ ...wanted, ...(tone === "grey" && { tone }) });
  if (parsed.success) return { recipe: parsed.data };
  const [issue] = parsed.error.issues;
  return { message: issue!.message, path: ["input", ...issue!.path.map(String)] };
}

import { expect, test } from "vitest";
import { recipeHash, recipeSchema, type Recipe } from "./recipe.js";

const recipe: Recipe = { width: 800, height: 1000, fit: "crop", format: "jpeg", quality: 85, backdrop: "#ffffff" };

test("the order in which a recipe is written does not change its hash", () => {
  const reversed = Object.fromEntries(Object.entries(recipe).toReversed()) as Recipe;
  expect(Object.keys(reversed)[0]).toBe("backdrop");
  expect(recipeHash(reversed)).toBe(recipeHash(recipe));
});

test("every ingredient changes the hash", () => {
  const changes: Partial<Recipe>[] = [
    { width: 801 },
    { height: 1001 },
    { fit: "inside" as const },
    { format: "webp" as const },
    { quality: 86 },
    { backdrop: "#fffffe" },
  ];
  const hashes = changes.map((change) => recipeHash({ ...recipe, ...change }));
  expect(new Set([recipeHash(recipe), ...hashes]).size).toBe(7);
});

test("colours are the same in capitals", () => {
  const shouted = recipeSchema.parse({ ...recipe, backdrop: "#FFFFFF" });
  expect(recipeHash(shouted)).toBe(recipeHash(recipe));
});

test("refuses a recipe that cannot be cooked", () => {
  const wrong = [
    { width: 0 },
    { width: 6_001 },
    { height: 10.5 },
    { quality: 101 },
    { fit: "stretch" },
    { format: "gif" },
    { backdrop: "white" },
    { backdrop: "#fff" },
    { backdrop: "transparent" },
    { watermark: true },
  ];
  for (const change of wrong) expect(recipeSchema.safeParse({ ...recipe, ...change }).success).toBe(false);
  expect(recipeSchema.parse({ ...recipe, format: "webp", backdrop: "transparent" }).backdrop).toBe("transparent");
});

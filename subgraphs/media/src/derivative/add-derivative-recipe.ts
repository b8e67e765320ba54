import type { MemberViewer } from "@studio/kit/auth/viewer.js";
import { changeState } from "@studio/kit/db/change.js";
import { notFound } from "@studio/kit/error/codes.js";
import { newId } from "@studio/kit/id.js";
import { fromGlobalId } from "@studio/kit/paging/global-id.js";
import { changeScope, type MediaContext } from "../context.js";
import { recipeHash } from "../imaging/recipe.js";
import { findPublishedStudio } from "../published/published-studio.js";
import {
  DerivativeRecipeExists,
  InvalidDerivativeRecipe,
  TooManyDerivativeRecipes,
} from "./derivative-recipe.errors.js";
import type { AddDerivativeRecipeInput } from "./derivative-recipe.input.js";
import { MAX_RECIPES, readRecipe } from "./derivative-recipe.policy.js";
import { findRecipesByStudio, insertRecipe, lockRecipes } from "./derivative-recipe.repository.js";
import { AddDerivativeRecipePayload } from "./derivative-recipe.result.js";
import { DerivativeRecipe } from "./derivative-recipe.type.js";

type Result = AddDerivativeRecipePayload | InvalidDerivativeRecipe | DerivativeRecipeExists | TooManyDerivativeRecipes;

/** Puts a recipe on a studio's list (P09). Photos that are in already get it by `applyDerivativeRecipe`, or on demand. */
export async function addDerivativeRecipe(
  context: MediaContext,
  { accountId }: MemberViewer,
  input: AddDerivativeRecipeInput,
): Promise<Result> {
  const studioId = fromGlobalId("Studio", input.studioId);
  const read = readRecipe(input);
  if ("message" in read) return new InvalidDerivativeRecipe(read.message, read.path);
  const { recipe } = read;
  return changeState<Result>(changeScope(context, accountId), async (change) => {
    const { tx, abandon } = change;
    if (!(await findPublishedStudio(tx, accountId, studioId))) throw notFound("studio");
    await lockRecipes(tx, studioId);
    const known = await findRecipesByStudio(tx, accountId, [studioId]);
    if (known.length >= MAX_RECIPES) return abandon(new TooManyDerivativeRecipes(MAX_RECIPES));
    const createdAt = context.services.clock.now();
    const row = {
      accountId,
      id: newId(),
      studioId,
      name: input.name,
      recipe,
      createdAt,
      recipeHash: recipeHash(recipe),
    };
    if (!(await insertRecipe(tx, row))) return abandon(new DerivativeRecipeExists());
    change.audit({ action: "derivative_recipe.added", subjectType: "DerivativeRecipe", subjectId: row.id });
    return new AddDerivativeRecipePayload(new DerivativeRecipe(row));
  });
}

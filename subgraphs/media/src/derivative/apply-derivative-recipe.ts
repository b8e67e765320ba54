import type { MemberViewer } from "@studio/kit/auth/viewer.js";
import { changeState } from "@studio/kit/db/change.js";
import type { Tx } from "@studio/kit/db/database.js";
import { notFound } from "@studio/kit/error/codes.js";
import { newId } from "@studio/kit/id.js";
import { fromGlobalId } from "@studio/kit/paging/global-id.js";
import { findCollection } from "../collection/collection.repository.js";
import { changeScope, type MediaContext } from "../context.js";
import { APPLY_RECIPE, type ApplyRecipeJob } from "./apply-recipe.job.js";
import { DerivativeRunInProgress } from "./derivative-recipe.errors.js";
import type { ApplyDerivativeRecipeInput } from "./derivative-recipe.input.js";
import { lockRecipe } from "./derivative-recipe.repository.js";
import { ApplyDerivativeRecipePayload } from "./derivative-recipe.result.js";
import { countReadyPhotos, findRunning, insertRun } from "./derivative-run.repository.js";
import type { DerivativeRecipeRow } from "./derivative-recipe.table.js";
import type { DerivativeRunRow } from "./derivative-run.table.js";
import { DerivativeRun } from "./derivative-run.type.js";

type Result = ApplyDerivativeRecipePayload | DerivativeRunInProgress;

/**
 * Begins to make a recipe's headshot of every photo that its studio has, or a collection of it, as a job. Asked again
 * while a run of the recipe is on, it gives that another push, should its job be lost. @throws NOT_FOUND
 */
export function applyDerivativeRecipe(
  context: MediaContext,
  { accountId }: MemberViewer,
  input: ApplyDerivativeRecipeInput,
): Promise<Result> {
  const recipeId = fromGlobalId("DerivativeRecipe", input.id);
  const scope = changeScope(context, accountId);
  return changeState<Result>(scope, async ({ tx, audit }) => {
    const recipe = await lockRecipe(tx, accountId, recipeId);
    if (!recipe) throw notFound("recipe");
    const collectionId = await collectionOf(tx, recipe, input);
    const running = await findRunning(tx, accountId, recipeId);
    const run = running ?? (await begin(tx, context, recipe, collectionId));
    const job: ApplyRecipeJob = { accountId, runId: run.id, requestId: scope.requestId };
    await context.services.jobs.enqueue(tx, APPLY_RECIPE, job);
    audit({ action: "derivative_recipe.applied", subjectType: "DerivativeRecipe", subjectId: recipeId });
    return running
      ? new DerivativeRunInProgress(new DerivativeRun(running))
      : new ApplyDerivativeRecipePayload(new DerivativeRun(run));
  });
}

/** The collection to apply it to: one of the recipe's own studio, or null for all of the studio's photos. */
async function collectionOf(
  tx: Tx,
  { accountId, studioId }: DerivativeRecipeRow,
  { collectionId }: ApplyDerivativeRecipeInput,
): Promise<string | null> {
  if (collectionId == null) return null;
  const collection = await findCollection(tx, { accountId, id: fromGlobalId("Collection", collectionId) });
  if (collection?.studioId !== studioId) throw notFound("collection");
  return collection.id;
}

async function begin(
  tx: Tx,
  context: MediaContext,
  recipe: DerivativeRecipeRow,
  collectionId: string | null,
): Promise<DerivativeRunRow> {
  const { accountId, id: recipeId, studioId } = recipe;
  const total = await countReadyPhotos(tx, { accountId, studioId, collectionId });
  const createdAt = context.services.clock.now();
  return insertRun(tx, { accountId, id: newId(), studioId, collectionId, recipeId, total, createdAt });
}

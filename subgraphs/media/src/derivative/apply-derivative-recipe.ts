import type { MemberViewer } from "@studio/kit/auth/viewer.js";
import { changeState } from "@studio/kit/db/change.js";
import type { Tx } from "@studio/kit/db/database.js";
import { notFound } from "@studio/kit/error/codes.js";
import { newId } from "@studio/kit/id.js";
import { fromGlobalId } from "@studio/kit/paging/global-id.js";
import { changeScope, type MediaContext } from "../context.js";
import { APPLY_RECIPE, type ApplyRecipeJob } from "./apply-recipe.job.js";
import { DerivativeRunInProgress } from "./derivative-recipe.errors.js";
import type { ApplyDerivativeRecipeInput } from "./derivative-recipe.input.js";
import { findRecipe } from "./derivative-recipe.repository.js";
import { ApplyDerivativeRecipePayload } from "./derivative-recipe.result.js";
import { countReadyPhotos, findRunning, insertRun } from "./derivative-run.repository.js";
import type { DerivativeRecipeRow } from "./derivative-recipe.table.js";
import type { DerivativeRunRow } from "./derivative-run.table.js";
import { DerivativeRun } from "./derivative-run.type.js";

type Result = ApplyDerivativeRecipePayload | DerivativeRunInProgress;

/**
 * Begins to make a recipe's headshot of every photo that its studio has, as a job. Asked again while that runs, it gives
 * the run another push, should its job have been given up. @throws NOT_FOUND
 */
export function applyDerivativeRecipe(
  context: MediaContext,
  { accountId }: MemberViewer,
  input: ApplyDerivativeRecipeInput,
): Promise<Result> {
  const recipeId = fromGlobalId("DerivativeRecipe", input.id);
  const scope = changeScope(context, accountId);
  return changeState<Result>(scope, async ({ tx, audit }) => {
    const recipe = await findRecipe(tx, accountId, recipeId);
    if (!recipe) throw notFound("recipe");
    const running = await findRunning(tx, accountId, recipeId);
    const run = running ?? (await begin(tx, context, recipe));
    const job: ApplyRecipeJob = { accountId, runId: run.id, requestId: scope.requestId };
    await context.services.jobs.enqueue(tx, APPLY_RECIPE, job);
    audit({ action: "derivative_recipe.applied", subjectType: "DerivativeRecipe", subjectId: recipeId });
    return running
      ? new DerivativeRunInProgress(new DerivativeRun(running))
      : new ApplyDerivativeRecipePayload(new DerivativeRun(run));
  });
}

async function begin(tx: Tx, context: MediaContext, recipe: DerivativeRecipeRow): Promise<DerivativeRunRow> {
  const { accountId, id: recipeId, studioId } = recipe;
  const total = await countReadyPhotos(tx, accountId, studioId);
  const createdAt = context.services.clock.now();
  return insertRun(tx, { accountId, id: newId(), studioId, recipeId, total, createdAt });
}

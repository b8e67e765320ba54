import type { MemberViewer } from "@studio/kit/auth/viewer.js";
import { changeState } from "@studio/kit/db/change.js";
import { notFound } from "@studio/kit/error/codes.js";
import { fromGlobalId } from "@studio/kit/paging/global-id.js";
import { changeScope, type MediaContext } from "../context.js";
import { DerivativeRunInProgress } from "./derivative-recipe.errors.js";
import type { RemoveDerivativeRecipeInput } from "./derivative-recipe.input.js";
import { deleteRecipe, lockRecipe } from "./derivative-recipe.repository.js";
import { RemoveDerivativeRecipePayload } from "./derivative-recipe.result.js";
import { DerivativeRecipe } from "./derivative-recipe.type.js";
import { findRunning } from "./derivative-run.repository.js";
import { DerivativeRun } from "./derivative-run.type.js";

type Result = RemoveDerivativeRecipePayload | DerivativeRunInProgress;

/** Takes a recipe from its studio's list: nothing is made or shown by it any more. @throws NOT_FOUND */
export function removeDerivativeRecipe(
  context: MediaContext,
  { accountId }: MemberViewer,
  input: RemoveDerivativeRecipeInput,
): Promise<Result> {
  const id = fromGlobalId("DerivativeRecipe", input.id);
  return changeState<Result>(changeScope(context, accountId), async ({ tx, audit, abandon }) => {
    const row = await lockRecipe(tx, accountId, id);
    if (!row) throw notFound("recipe");
    const running = await findRunning(tx, accountId, id);
    if (running) return abandon(new DerivativeRunInProgress(new DerivativeRun(running)));
    await deleteRecipe(tx, row);
    audit({ action: "derivative_recipe.removed", subjectType: "DerivativeRecipe", subjectId: id });
    return new RemoveDerivativeRecipePayload(new DerivativeRecipe(row));
  });
}

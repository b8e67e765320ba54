import { signedInMember } from "@studio/kit/auth/signed-in.js";
import { changeState } from "@studio/kit/db/change.js";
import { newId } from "@studio/kit/id.js";
import { changeScope, type IdentityContext } from "../context.js";
import { whyUnusable } from "./check-view.js";
import { InvalidSavedView, MAX_VIEWS, SavedViewNameTaken, TooManySavedViews } from "./saved-view.errors.js";
import type { CreateSavedViewInput } from "./saved-view.input.js";
import { readViewName } from "./saved-view.policy.js";
import { countSavedViews, insertSavedView } from "./saved-view.repository.js";
import { SavedViewPayload, type CreateSavedViewResult } from "./saved-view.result.js";

/** Saves a view that the member may list by themselves. */
export async function createSavedView(
  context: IdentityContext,
  input: CreateSavedViewInput,
): Promise<typeof CreateSavedViewResult> {
  const { accountId, memberId } = signedInMember(context);
  const name = readViewName(input.name);
  if (name === null) return InvalidSavedView.badName();
  const refused = await whyUnusable(context, input, ["input"]);
  if (refused) return InvalidSavedView.because(refused);
  const now = context.services.clock.now();
  const { filter = null, search = null, orderBy } = input;
  const content = { filter, search: search || null, orderBy: orderBy ?? [] };
  const row = { accountId, id: newId(), name, ...content, createdBy: memberId, createdAt: now, updatedAt: now };
  type Result = typeof CreateSavedViewResult;
  return changeState<Result>(changeScope(context, accountId), async (change) => {
    const { tx, audit } = change;
    if ((await countSavedViews(tx, accountId)) >= MAX_VIEWS) return change.abandon(TooManySavedViews.now());
    const savedView = await insertSavedView(tx, row);
    if (!savedView) return change.abandon(SavedViewNameTaken.now());
    audit({ action: "saved_view.created", subjectType: "SavedView", subjectId: savedView.id });
    return Object.assign(new SavedViewPayload(), { savedView });
  });
}

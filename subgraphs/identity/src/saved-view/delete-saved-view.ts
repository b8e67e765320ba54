import { signedInMember } from "@studio/kit/auth/signed-in.js";
import { changeState } from "@studio/kit/db/change.js";
import { notFound } from "@studio/kit/error/codes.js";
import { fromGlobalId } from "@studio/kit/paging/global-id.js";
import { changeScope, type IdentityContext } from "../context.js";
import type { IdInput } from "../id-input.js";
import { SavedViewNotYours } from "./saved-view.errors.js";
import { mayChangeView } from "./saved-view.policy.js";
import { deleteSavedViewRow, lockSavedView } from "./saved-view.repository.js";
import { DeleteSavedViewPayload, type DeleteSavedViewResult } from "./saved-view.result.js";

/** Deletes a view for everybody in the account. */
export async function deleteSavedView(context: IdentityContext, input: IdInput): Promise<typeof DeleteSavedViewResult> {
  const member = signedInMember(context);
  const { accountId } = member;
  const id = fromGlobalId("SavedView", input.id);
  type Result = typeof DeleteSavedViewResult;
  return changeState<Result>(changeScope(context, accountId), async (change) => {
    const { tx, audit } = change;
    const view = await lockSavedView(tx, accountId, id);
    if (!view) throw notFound("saved view");
    if (!mayChangeView(member, view)) return change.abandon(SavedViewNotYours.now());
    await deleteSavedViewRow(tx, view);
    audit({ action: "saved_view.deleted", subjectType: "SavedView", subjectId: id });
    return Object.assign(new DeleteSavedViewPayload(), { deletedSavedViewId: input.id });
  });
}

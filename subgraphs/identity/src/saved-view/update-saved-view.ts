import { signedInMember } from "@studio/kit/auth/signed-in.js";
import { changeState } from "@studio/kit/db/change.js";
import { notFound } from "@studio/kit/error/codes.js";
import { fromGlobalId } from "@studio/kit/paging/global-id.js";
import { changeScope, type IdentityContext } from "../context.js";
import { orNameTaken } from "../name-clash.js";
import { whyUnusable } from "./check-view.js";
import { InvalidSavedView, SavedViewNameTaken, SavedViewNotYours, SavedViewOutdated } from "./saved-view.errors.js";
import type { UpdateSavedViewInput } from "./saved-view.input.js";
import { mayChangeView, readViewName } from "./saved-view.policy.js";
import { lockSavedView, updateSavedViewRow, type SavedViewRow } from "./saved-view.repository.js";
import { VIEW_NAME_ONCE } from "./saved-view.table.js";
import { SavedViewPayload, type UpdateSavedViewResult } from "./saved-view.result.js";

type Values = Partial<Pick<SavedViewRow, "name" | "filter" | "search" | "orderBy">>;

/** Changes a view. What it then shows, the member who changes it must be allowed to list. */
export async function updateSavedView(
  context: IdentityContext,
  input: UpdateSavedViewInput,
): Promise<typeof UpdateSavedViewResult> {
  const member = signedInMember(context);
  const { accountId } = member;
  const id = fromGlobalId("SavedView", input.id);
  const values = valuesOf(input);
  if (values === null) return InvalidSavedView.badName();
  const refused = await whyUnusable(context, values, ["input"]);
  if (refused) return InvalidSavedView.because(refused);
  type Result = typeof UpdateSavedViewResult;
  const changed = changeState<Result>(changeScope(context, accountId), async (change) => {
    const { tx, audit } = change;
    const view = await lockSavedView(tx, accountId, id);
    if (!view) throw notFound("saved view");
    if (!mayChangeView(member, view)) return change.abandon(SavedViewNotYours.now());
    if (view.version !== input.version) return change.abandon(SavedViewOutdated.now());
    const savedView = await updateSavedViewRow(tx, view, values, context.services.clock.now());
    audit({ action: "saved_view.updated", subjectType: "SavedView", subjectId: id, fields: Object.keys(values) });
    return Object.assign(new SavedViewPayload(), { savedView });
  });
  return orNameTaken(changed, VIEW_NAME_ONCE, SavedViewNameTaken.now());
}

/** What changes; null for a name that is none. */
function valuesOf({ name, filter, search, orderBy }: UpdateSavedViewInput): Values | null {
  const read = name == null ? undefined : readViewName(name);
  if (read === null) return null;
  return {
    ...(read !== undefined && { name: read }),
    ...(filter !== undefined && { filter }),
    ...(search !== undefined && { search: search || null }),
    ...(orderBy !== undefined && { orderBy: orderBy ?? [] }),
  };
}

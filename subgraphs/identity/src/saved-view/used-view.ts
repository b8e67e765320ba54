import { forbidden, notFound } from "@studio/kit/error/codes.js";
import { fromGlobalId } from "@studio/kit/paging/global-id.js";
import { accountOf, type IdentityContext } from "../context.js";
import { findSavedView, type SavedViewRow } from "./saved-view.repository.js";

/**
 * The view that a list is asked for by. What it holds is read like any other argument, as the viewer of this request.
 * @throws FORBIDDEN for who is no member and so sees no views; NOT_FOUND for another account's view
 */
export async function usedView(context: IdentityContext, globalId: string): Promise<SavedViewRow> {
  if (context.viewer.kind !== "member") throw forbidden("SavedView", "views are for the account's members");
  const accountId = accountOf(context);
  const id = fromGlobalId("SavedView", globalId);
  const view = await context.services.db.inAccount(accountId, (tx) => findSavedView(tx, accountId, id));
  if (!view) throw notFound("saved view");
  return view;
}

import { parseGlobalId } from "@studio/kit/paging/global-id.js";
import type { IdentityContext } from "../context.js";
import { findSavedView, type SavedViewRow } from "./saved-view.repository.js";

/** One of the account's views, or null: views are for its members. */
export async function savedViewReference(
  { id }: { id: string },
  context: IdentityContext,
): Promise<SavedViewRow | null> {
  const parsed = parseGlobalId(id);
  const { viewer } = context;
  if (parsed?.type !== "SavedView" || viewer.kind !== "member") return null;
  const { accountId } = viewer;
  return context.services.db.inAccount(accountId, (tx) => findSavedView(tx, accountId, parsed.id));
}

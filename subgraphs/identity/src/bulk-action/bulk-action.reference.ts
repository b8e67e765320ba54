import { parseGlobalId } from "@studio/kit/paging/global-id.js";
import { accountOf, type IdentityContext } from "../context.js";
import { findBulkAction, type BulkActionRow } from "./bulk-action.repository.js";

/** A bulk action of the viewer's account, or null: there is none for who may not start one. */
export async function bulkActionReference(
  { id }: { id: string },
  context: IdentityContext,
): Promise<BulkActionRow | null> {
  const parsed = parseGlobalId(id);
  const { viewer, services } = context;
  const mayKnow = viewer.kind === "member" && (viewer.role === "owner" || viewer.role === "admin");
  if (parsed?.type !== "BulkAction" || !mayKnow) return null;
  const accountId = accountOf(context);
  return services.db.inAccount(accountId, (tx) => findBulkAction(tx, { accountId, id: parsed.id }));
}

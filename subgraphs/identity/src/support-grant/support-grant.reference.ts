import { parseGlobalId } from "@studio/kit/paging/global-id.js";
import type { IdentityContext } from "../context.js";
import { findGrant, type SupportGrantRow } from "./support-grant.repository.js";
import { seesGrants } from "./support-grant.rules.js";

/** A grant of the viewer's account, or null: also where the viewer sees no grants. */
export async function supportGrantReference(
  { id }: { id: string },
  { viewer, services }: IdentityContext,
): Promise<SupportGrantRow | null> {
  const parsed = parseGlobalId(id);
  const { accountId } = viewer;
  if (parsed?.type !== "SupportGrant" || accountId === null || !seesGrants(viewer)) return null;
  return services.db.inAccount(accountId, (tx) => findGrant(tx, accountId, parsed.id));
}

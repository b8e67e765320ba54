import { parseGlobalId } from "@studio/kit/paging/global-id.js";
import type { IdentityContext } from "../context.js";
import type { GroupRow } from "./manage-group.repository.js";

/** A group that the viewer may know of, or null: for a coordinator there are only their own. */
export async function groupReference({ id }: { id: string }, context: IdentityContext): Promise<GroupRow | null> {
  const parsed = parseGlobalId(id);
  const { viewer, loaders } = context;
  if (parsed?.type !== "Group" || viewer.kind !== "member") return null;
  if (viewer.role === "coordinator" && !viewer.groupIds.includes(parsed.id)) return null;
  return loaders.groupById.load(parsed.id);
}

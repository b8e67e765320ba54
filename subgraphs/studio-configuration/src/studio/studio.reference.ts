import { parseGlobalId } from "@studio/kit/paging/global-id.js";
import type { StudioConfigurationContext } from "../context.js";
import { reaches } from "./studio.reach.js";
import type { Studio } from "./studio.type.js";
import { toStudio } from "./studio.view.js";

/** The studio of a global id, or null where there is none within the viewer's reach. */
export async function resolveStudio(
  { id }: { id: string },
  { viewer, loaders }: StudioConfigurationContext,
): Promise<Studio | null> {
  const parsed = parseGlobalId(id);
  if (parsed?.type !== "Studio") return null;
  const row = await loaders.studioById.load(parsed.id);
  if (row === null || !reaches(viewer, { accountId: row.accountId, studioId: row.id })) return null;
  return toStudio(row);
}

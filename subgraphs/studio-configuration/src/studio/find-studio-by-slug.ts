import type { StudioConfigurationContext } from "../context.js";
import { findBySlug } from "../directory/studio-directory.repository.js";
import { isSlug } from "./studio.policy.js";
import { reaches } from "./studio.reach.js";
import { listByIds } from "./studio.repository.js";
import type { Studio } from "./studio.type.js";
import { toStudio } from "./studio.view.js";

/**
 * The studio behind a public link: for everybody while it is public and published, or paused, so that its page can say
 * so; else only for those within whose reach it is. For others it does not exist, whatever its state.
 */
export async function findStudioBySlug(
  { db, viewer }: StudioConfigurationContext,
  slug: string,
): Promise<Studio | null> {
  if (!isSlug(slug)) return null;
  const entry = await db.inDirectory((tx) => findBySlug(tx, slug));
  if (entry === null) return null;
  const { accountId, studioId } = entry;
  const [row] = await db.inAccount(accountId, (tx) => listByIds(tx, accountId, [studioId]));
  if (!row) return null;
  const isPage = (row.status === "published" || row.status === "paused") && row.access === "public";
  return isPage || reaches(viewer, entry) ? toStudio(row) : null;
}

import type { Database } from "@studio/kit/db/database.js";
import { studioById, type StudioLoader } from "./studio/studio.loader.js";

/** One request's loaders. They know one account. */
export interface Loaders {
  studioById: StudioLoader;
}

export function createLoaders(db: Database, accountId: string | null): Loaders {
  return { studioById: studioById(db, accountId) };
}

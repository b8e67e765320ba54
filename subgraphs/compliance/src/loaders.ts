import type { Database } from "@studio/kit/db/database.js";
import { contactById, type ContactLoader } from "./contact/contact.loader.js";

/** One request's loaders. They know one account. */
export interface Loaders {
  contactById: ContactLoader;
}

export function createLoaders(db: Database, accountId: string | null): Loaders {
  return { contactById: contactById(db, accountId) };
}

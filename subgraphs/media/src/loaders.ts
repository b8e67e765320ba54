import type { Database } from "@studio/kit/db/database.js";
import { collectionLoaders } from "./collection/collection.loader.js";
import { derivativeLoaders } from "./derivative/derivative.loader.js";
import { photoLoaders } from "./photo/photo.loader.js";
import { publishedLoaders } from "./published/published.loader.js";
import type { ReadAccount } from "./read-account.js";
import { submissionLoaders } from "./submission/submission.loader.js";

/** Every relation of one request. They see one account; without one they find nothing. */
export function createLoaders(db: Database, accountId: string | null) {
  const read: ReadAccount = async (query) =>
    accountId === null ? [] : db.inAccount(accountId, (tx) => query(tx, accountId));
  return {
    ...publishedLoaders(read),
    ...photoLoaders(read),
    ...derivativeLoaders(read),
    ...submissionLoaders(read),
    ...collectionLoaders(read),
  };
}

export type Loaders = ReturnType<typeof createLoaders>;

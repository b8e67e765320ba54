import type DataLoader from "dataloader";
import type { Database } from "@studio/kit/db/database.js";
import { oneByKey } from "@studio/kit/loader/loader.js";
import { listByIds, type StudioRow } from "./studio.repository.js";

export type StudioLoader = DataLoader<string, StudioRow | null>;

/** Studios of one account by id. Without an account there are none. */
export function studioById(db: Database, accountId: string | null): StudioLoader {
  return oneByKey(
    async (ids) => (accountId === null ? [] : db.inAccount(accountId, (tx) => listByIds(tx, accountId, ids))),
    (row) => row.id,
  );
}

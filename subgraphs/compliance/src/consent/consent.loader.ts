import type DataLoader from "dataloader";
import type { Database } from "@studio/kit/db/database.js";
import { manyByKey } from "@studio/kit/loader/loader.js";
import { listChanges, type ConsentChangeRow } from "./consent.repository.js";

export type ConsentChangesLoader = DataLoader<string, ConsentChangeRow[]>;

/** Everything that contacts of one account have said, newest first. Without an account there is nothing. */
export function consentChangesByContact(db: Database, accountId: string | null): ConsentChangesLoader {
  return manyByKey(
    async (ids) => (accountId === null ? [] : db.inAccount(accountId, (tx) => listChanges(tx, accountId, ids))),
    (row) => row.contactId,
  );
}

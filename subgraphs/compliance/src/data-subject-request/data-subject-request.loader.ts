import type DataLoader from "dataloader";
import type { Database } from "@studio/kit/db/database.js";
import { manyByKey, oneByKey } from "@studio/kit/loader/loader.js";
import {
  listByIds,
  listSteps,
  type DataSubjectRequestRow,
  type RequestStepRow,
} from "./data-subject-request.repository.js";

export type RequestLoader = DataLoader<string, DataSubjectRequestRow | null>;
export type StepsLoader = DataLoader<string, RequestStepRow[]>;

/** Requests of one account, by id. Without an account there are none. */
export function dataSubjectRequestById(db: Database, accountId: string | null): RequestLoader {
  return oneByKey(
    async (ids) => (accountId === null ? [] : db.inAccount(accountId, (tx) => listByIds(tx, accountId, ids))),
    (row) => row.id,
  );
}

/** The steps of requests of one account, in order. */
export function stepsByRequest(db: Database, accountId: string | null): StepsLoader {
  return manyByKey(
    async (ids) => (accountId === null ? [] : db.inAccount(accountId, (tx) => listSteps(tx, accountId, ids))),
    (row) => row.requestId,
  );
}

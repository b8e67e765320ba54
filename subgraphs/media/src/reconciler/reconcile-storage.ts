import { after, dayMs } from "@studio/kit/clock.js";
import { newId } from "@studio/kit/id.js";
import type { MediaServices } from "../context.js";
import { QUARANTINE } from "../photo/object-keys.js";
import { listAccounts } from "../published/studio-directory.js";
import { reconcileAccount } from "./reconcile-account.js";
import { deleteStrangers } from "./delete-strangers.js";
import { finishCheck, insertCheck } from "./storage-check.repository.js";
import type { StorageCheckRow } from "./storage-check.table.js";

/** What the job needs of the services. */
export type ReconcilingServices = Pick<MediaServices, "db" | "clock" | "wake" | "objects" | "logger">;

/** What a check counts as it goes. */
export type Tally = Pick<StorageCheckRow, "objects" | "rows" | "orphansDeleted" | "lost">;

const ACCOUNTS_PAGE = 500;
const KEPT_MS = 90 * dayMs;

/**
 * Proves that every row has its object and every object its row, and repairs what is not so: objects that nothing
 * knows of are deleted once they are a day old, and what lost its object is marked and announced. Goes page by page,
 * so that memory does not depend on the store's size. Leaves its result for operators (`Query.storageCheck`).
 */
export async function reconcileStorage(services: ReconcilingServices): Promise<StorageCheckRow> {
  const { db, clock, logger } = services;
  const check = { id: newId(), startedAt: clock.now() };
  await db.inDirectory((tx) => insertCheck(tx, check));
  const tally: Tally = { objects: 0, rows: 0, orphansDeleted: 0, lost: 0 };
  const known = new Set<string>();
  for await (const accountId of accountsOf(services)) {
    known.add(accountId);
    await reconcileAccount(services, accountId, tally);
  }
  for (const prefix of ["", QUARANTINE]) await deleteStrangers(services, prefix, known, tally);
  const result = { ...check, ...tally, finishedAt: clock.now() };
  await db.inDirectory((tx) => finishCheck(tx, result, after(clock.now(), -KEPT_MS)));
  if (tally.lost + tally.orphansDeleted > 0) logger.warn(tally, "the store and the database did not agree");
  return result;
}

async function* accountsOf({ db }: ReconcilingServices): AsyncGenerator<string> {
  let last: string | null = null;
  for (;;) {
    const page: string[] = await db.inDirectory((tx) => listAccounts(tx, last, ACCOUNTS_PAGE));
    yield* page;
    if (page.length < ACCOUNTS_PAGE) return;
    last = page.at(-1)!;
  }
}

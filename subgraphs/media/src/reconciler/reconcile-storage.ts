import { after, dayMs } from "@studio/kit/clock.js";
import { newId } from "@studio/kit/id.js";
import type { MediaServices } from "../context.js";
import { QUARANTINE } from "../photo/object-keys.js";
import { everyAccount } from "../published/every-account.js";
import { reconcileAccount } from "./reconcile-account.js";
import { deleteStrangers } from "./delete-strangers.js";
import { finishCheck, insertCheck } from "./storage-check.repository.js";
import type { CheckOutcome, StorageCheckRow } from "./storage-check.table.js";
import { newWalk, type Tally, type Walk } from "./walk.js";

/** What the job needs of the services. */
export type ReconcilingServices = Pick<MediaServices, "db" | "clock" | "wake" | "objects" | "logger">;

const KEPT_MS = 90 * dayMs;

/** More than a twentieth is no accident of single objects: perhaps this is another store, or an older database. */
const isPlausible = ({ objects, rows, orphans, lost }: Tally) => orphans + lost <= Math.max(50, (objects + rows) / 20);

/**
 * Proves that every row has its object and every object its row. If not, walks again and repairs: objects that nothing
 * knows of are deleted once they are a day old, and what lost its object is marked and announced. Goes page by page,
 * so that memory does not depend on the store's size. Leaves its result for operators (`Query.storageCheck`).
 */
export async function reconcileStorage(services: ReconcilingServices): Promise<StorageCheckRow> {
  const { db, clock, logger } = services;
  const check = { id: newId(), startedAt: clock.now() };
  await db.inDirectory((tx) => insertCheck(tx, check));
  const { tally } = await walkStore(services, newWalk(false));
  const outcome = await settle(services, tally);
  const result = { ...check, ...tally, outcome, finishedAt: clock.now() };
  await db.inDirectory((tx) => finishCheck(tx, result, after(clock.now(), -KEPT_MS)));
  if (outcome !== "agreed") logger.warn({ ...tally, outcome }, "the object store and the database did not agree");
  return result;
}

async function settle(services: ReconcilingServices, found: Tally): Promise<CheckOutcome> {
  if (found.orphans + found.lost === 0) return "agreed";
  if (!isPlausible(found)) return "left_alone";
  await walkStore(services, newWalk(true));
  return "repaired";
}

async function walkStore(services: ReconcilingServices, walk: Walk): Promise<Walk> {
  const known = new Set<string>();
  for await (const accountId of everyAccount(services)) {
    known.add(accountId);
    await reconcileAccount(services, accountId, walk);
  }
  for (const prefix of ["", QUARANTINE]) await deleteStrangers(services, prefix, known, walk);
  return walk;
}

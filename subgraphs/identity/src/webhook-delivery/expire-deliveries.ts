import { after, dayMs, type Clock } from "@studio/kit/clock.js";
import type { Database } from "@studio/kit/db/database.js";
import { EVENTS_KEPT_DAYS } from "@studio/kit/events/expire.js";
import { everyHour } from "@studio/kit/jobs/hourly.js";
import type { Logger } from "@studio/kit/logger.js";
import { deleteSettled } from "./delivery-log.repository.js";
import { listTurns } from "./webhook-turn.repository.js";

/** How many rows one transaction deletes: sending must not wait for it. */
const BATCH = 1_000;

interface Upkeep {
  db: Database;
  clock: Clock;
  logger: Logger;
}

/** Deletes, every hour, deliveries that were settled more than `keptDays` ago, with their attempts. */
export function expireDeliveries(upkeep: Upkeep, keptDays: number = EVENTS_KEPT_DAYS): { stop(): Promise<void> } {
  return everyHour(upkeep, "expired deliveries are still there", () => deleteExpired(upkeep, keptDays));
}

async function deleteExpired({ db, clock }: Upkeep, keptDays: number): Promise<void> {
  const before = after(clock.now(), -keptDays * dayMs);
  for (const { accountId, endpointId } of await db.inDirectory((tx) => listTurns(tx))) {
    const deleteBatch = () =>
      db.inAccount(accountId, (tx) => deleteSettled(tx, { accountId, endpointId }, before, BATCH));
    while ((await deleteBatch()) === BATCH);
  }
}

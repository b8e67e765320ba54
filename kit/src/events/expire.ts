import { sql } from "drizzle-orm";
import { after, dayMs, type Clock } from "../clock.js";
import type { Database } from "../db/database.js";

/** For how many days events, and what was sent of them, are kept unless the operator says otherwise. */
export const EVENTS_KEPT_DAYS = 30;

/**
 * Drops the days of the log that ended more than `keptDays` ago, of all accounts, by whole partitions. Readers whose
 * cursor lies there are told so by `checkUnbroken`. Only a role that may execute `events.drop_days_before` can.
 * @returns how many days went
 */
export async function dropExpiredEvents(db: Database, clock: Clock, keptDays: number): Promise<number> {
  const firstKept = after(clock.now(), -keptDays * dayMs)
    .toISOString()
    .slice(0, 10);
  return db.inDirectory(async (tx) => {
    // Who drops at the same time waits, and then finds nothing: not a day that has gone under its hands.
    await tx.execute(sql`select pg_advisory_xact_lock(hashtextextended('events.drop_days_before', 0))`);
    const [row] = await tx.execute<{ dropped: number }>(
      sql`select events.drop_days_before(${firstKept}::date) as dropped`,
    );
    return row?.dropped ?? 0;
  });
}

import { sql } from "drizzle-orm";
import type { Tx } from "@studio/kit/db/database.js";

const WALK = [
  ...["hashjoin", "mergejoin", "sort", "seqscan", "bitmapscan"].map((name) => [`enable_${name}`, "off"]),
  // Starting workers takes longer than the walk.
  ["max_parallel_workers_per_gather", "0"],
];

/**
 * Has PostgreSQL walk an index and look rows up one by one, for this transaction, ahead of the query that is sent after
 * it without waiting. It keeps no statistics of personal words, so it cannot know that a walk ends early.
 */
export async function walking<T>(tx: Tx, query: () => Promise<T>): Promise<T> {
  const settings = WALK.map(([name, value]) => sql`set_config(${name}, ${value}, true)`);
  const set = sql`select ${sql.join(settings, sql`, `)}`;
  const [, result] = await Promise.all([tx.execute(set).execute(), query()]);
  return result;
}

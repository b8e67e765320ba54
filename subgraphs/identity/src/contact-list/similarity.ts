import { sql } from "drizzle-orm";
import type { Tx } from "@studio/kit/db/database.js";

/** How alike two words must be, 0 to 1: a wrong or missing letter in a short name still passes. */
const SIMILARITY = "0.5";

/** Says how alike words must be, for this transaction, ahead of the query that is sent after it without waiting. */
export async function withSimilarity<T>(
  tx: Tx,
  { searches }: { searches: boolean },
  query: () => Promise<T>,
): Promise<T> {
  if (!searches) return query();
  const set = sql`select set_config('pg_trgm.word_similarity_threshold', ${SIMILARITY}, true)`;
  const [, result] = await Promise.all([tx.execute(set).execute(), query()]);
  return result;
}

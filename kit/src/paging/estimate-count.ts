import { sql, type SQLWrapper } from "drizzle-orm";
import type { Tx } from "../db/database.js";

/** Counting further than this is left to the planner's estimate. */
const COUNTED = 10_000;

/** About how many rows a query has: exact up to 10,000, beyond that what the planner expects. */
export async function estimateCount(tx: Tx, query: SQLWrapper): Promise<number> {
  const [counted] = await tx.execute<{ n: number }>(
    sql`select count(*)::int as n from (select from ${query} listed limit ${COUNTED + 1}) counted`,
  );
  const count = counted?.n ?? 0;
  if (count <= COUNTED) return count;
  const [explained] = await tx.execute<{ "QUERY PLAN": [{ Plan: { "Plan Rows": number } }] }>(
    sql`explain (format json) ${query}`,
  );
  return Math.max(COUNTED + 1, Math.round(explained?.["QUERY PLAN"][0].Plan["Plan Rows"] ?? 0));
}

import postgres from "postgres";
import { expect } from "vitest";

/**
 * Makes calls meet: rows are held that the first of them needs, each call goes as far as it comes, one after the other,
 * and then the rows are let go. @returns what the calls came to
 */
export async function whileHeld<Results extends unknown[]>(
  admin: postgres.Sql,
  hold: (tx: postgres.TransactionSql) => Promise<unknown>,
  calls: { [Index in keyof Results]: () => Promise<Results[Index]> },
): Promise<Results> {
  const under: Promise<unknown>[] = [];
  let settled = 0;
  await admin.begin(async (tx) => {
    await hold(tx);
    for (const call of calls) {
      under.push(call().finally(() => (settled += 1)));
      await expect
        .poll(async () => settled + (await waiting(tx)), { timeout: 15_000 })
        .toBeGreaterThanOrEqual(under.length);
    }
  });
  return (await Promise.all(under)) as Results;
}

/** How many transactions wait for a lock on this database. */
async function waiting(tx: postgres.TransactionSql): Promise<number> {
  const [row] = await tx<{ n: number }[]>`select count(*)::int as n from pg_stat_activity
    where datname = current_database() and wait_event_type = 'Lock'`;
  return row!.n;
}

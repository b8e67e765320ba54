import { sql } from "drizzle-orm";
import type { Tx } from "../db/database.js";

/** One event as it lies in the log. `position` counts from 1 without gaps in each account. */
export interface LoggedEvent {
  position: number;
  id: string;
  type: string;
  ids: Record<string, string>;
  occurredAt: Date;
}

/** Up to `limit` events of the given types after a position, in commit order. */
export async function readEvents(
  tx: Tx,
  accountId: string,
  { after, types, limit }: { after: number; types: readonly string[]; limit: number },
): Promise<LoggedEvent[]> {
  const rows = await tx.execute<{
    position: string;
    id: string;
    type: string;
    ids: Record<string, string>;
    occurred_at: string;
  }>(sql`
    select position, id, type, ids, occurred_at from events.event
    where account_id = ${accountId} and position > ${after}
      and type in (select jsonb_array_elements_text(${JSON.stringify(types)}::jsonb))
    order by position limit ${limit}`);
  return rows.map((row) => ({
    position: Number(row.position),
    id: row.id,
    type: row.type,
    ids: row.ids,
    occurredAt: new Date(row.occurred_at),
  }));
}

/** The position of the account's newest event; 0 before the first. */
export async function headPosition(tx: Tx, accountId: string): Promise<number> {
  const [row] = await tx.execute<{ position: string }>(
    sql`select position from events.head where account_id = ${accountId}`,
  );
  return Number(row?.position ?? 0);
}

import { sql } from "drizzle-orm";
import type { Tx } from "../db/database.js";
import { cursorExpired } from "../error/codes.js";

/**
 * A place in an account's log. `position` counts from 1 without gaps; `day` (UTC, `YYYY-MM-DD`) is the partition that
 * holds it, and never falls while the position grows: what follows is searched from that day on.
 */
export interface LogPlace {
  position: number;
  day: string;
}

/** One event as it lies in the log. */
export interface LoggedEvent extends LogPlace {
  id: string;
  type: string;
  ids: Record<string, string>;
  occurredAt: Date;
}

const BEFORE_THE_FIRST: LogPlace = { position: 0, day: "1970-01-01" };

/** Up to `limit` events of the given types behind a place, in commit order. */
export async function readEvents(
  tx: Tx,
  accountId: string,
  { after, types, limit }: { after: LogPlace; types: readonly string[]; limit: number },
): Promise<LoggedEvent[]> {
  const rows = await tx.execute<{
    position: string;
    day: string;
    id: string;
    type: string;
    ids: Record<string, string>;
    occurred_at: string;
  }>(sql`
    select position, day::text, id, type, ids, occurred_at from events.event
    where account_id = ${accountId} and position > ${after.position} and day >= ${after.day}::date
      and type in (select jsonb_array_elements_text(${JSON.stringify(types)}::jsonb))
    order by position limit ${limit}`);
  return rows.map(({ occurred_at, ...row }) => ({
    ...row,
    position: Number(row.position),
    occurredAt: new Date(occurred_at),
  }));
}

/** The place of the account's newest event. */
export async function headOf(tx: Tx, accountId: string): Promise<LogPlace> {
  const [row] = await tx.execute<{ position: string; day: string }>(
    sql`select position, day::text from events.head where account_id = ${accountId}`,
  );
  return row ? { position: Number(row.position), day: row.day } : BEFORE_THE_FIRST;
}

/**
 * The head of the log if nothing behind a place has gone: positions have no gaps, so the next one is there, or never
 * was. Null if what follows was dropped, or if the log ends earlier, as one restored from a backup does. Holds until
 * the transaction ends: who has read the log keeps its days from being dropped.
 */
export async function unbrokenHead(tx: Tx, accountId: string, after: LogPlace): Promise<LogPlace | null> {
  const head = await headOf(tx, accountId);
  if (after.position >= head.position) return after.position === head.position ? head : null;
  const [next] = await tx.execute(sql`
    select 1 from events.event
    where account_id = ${accountId} and position = ${after.position + 1} and day >= ${after.day}::date`);
  return next ? head : null;
}

/** The same for a reader who must be told. @throws CURSOR_EXPIRED where `unbrokenHead` is null */
export async function checkUnbroken(tx: Tx, accountId: string, after: LogPlace): Promise<LogPlace> {
  const head = await unbrokenHead(tx, accountId, after);
  if (!head) throw cursorExpired();
  return head;
}

/** The place just before the first event that is kept from an instant on; the head if there is none. */
export async function placeBefore(tx: Tx, accountId: string, since: Date): Promise<LogPlace> {
  const [row] = await tx.execute<{ position: string; day: string }>(sql`
    select position, day::text from events.event
    where account_id = ${accountId} and occurred_at >= ${since.toISOString()}::timestamptz
    order by position limit 1`);
  return row ? { position: Number(row.position) - 1, day: row.day } : headOf(tx, accountId);
}

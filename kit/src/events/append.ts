import { sql } from "drizzle-orm";
import type { Tx } from "../db/database.js";
import { newId } from "../id.js";

/** Something that happened. Ids and a type, never personal data. */
export interface NewEvent {
  /** For example `submission.submitted`. */
  type: string;
  /** The ids by which a reader finds what it is about, for example `{ submissionId, studioId }`. */
  ids: Readonly<Record<string, string>>;
}

/**
 * Appends to the account's event log. Must be the transaction's last statement: it takes the account's counter row,
 * and holding it until commit is what makes positions gap-free and commit-ordered.
 */
export async function appendEvents(tx: Tx, accountId: string, at: Date, events: readonly NewEvent[]): Promise<void> {
  const rows = events.map((event) => ({ id: newId(), type: event.type, ids: event.ids }));
  await tx.execute(
    sql`select events.append(${accountId}::uuid, ${at.toISOString()}::timestamptz, ${JSON.stringify(rows)}::jsonb)`,
  );
}

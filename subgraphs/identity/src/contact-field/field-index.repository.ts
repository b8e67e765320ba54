import { and, eq, sql } from "drizzle-orm";
import type { Tx } from "@studio/kit/db/database.js";
import { contactField } from "./contact-field.table.js";

/** What a batch came to: contacts seen, those whose column was not as their value is, and the last of them by id. */
export interface FilledPage {
  seen: number;
  filled: number;
  last: string | null;
}

/** Copies values into a field's column, of the next contacts by id. Empties it where a contact has none. */
export async function fillIndexSlot(
  tx: Tx,
  accountId: string,
  { fieldId, slot, after, limit }: { fieldId: string; slot: string; after: string | null; limit: number },
): Promise<FilledPage> {
  const column = sql.identifier(`slot_${slot}`);
  const value = slot.startsWith("number")
    ? sql`(c.custom ->> ${fieldId}::text)::float8`
    : sql`c.custom ->> ${fieldId}::text`;
  const [row] = await tx.execute<{ seen: number; filled: number; last: string | null }>(sql`
    with page as (
      select id from identity.contact
      where account_id = ${accountId} and id > ${after ?? "00000000-0000-0000-0000-000000000000"}::uuid
      order by id limit ${limit} for update),
    filled as (
      update identity.contact c set ${column} = ${value} from page
      where c.account_id = ${accountId} and c.id = page.id and c.${column} is distinct from ${value}
      returning c.id)
    select (select count(*)::int from page) as seen, (select count(*)::int from filled) as filled,
      (select id from page order by id desc limit 1) as last`);
  return row ?? { seen: 0, filled: 0, last: null };
}

/** From now on lists use the field's column. */
export async function finishIndex(tx: Tx, accountId: string, fieldId: string): Promise<void> {
  await tx
    .update(contactField)
    .set({ indexReady: true })
    .where(and(eq(contactField.accountId, accountId), eq(contactField.id, fieldId)));
}

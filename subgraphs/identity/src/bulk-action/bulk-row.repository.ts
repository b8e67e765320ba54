import { and, asc, eq, getTableColumns, gt, sql, type SQL } from "drizzle-orm";
import type { AnyPgColumn } from "drizzle-orm/pg-core";
import type { Tx } from "@studio/kit/db/database.js";
import { idArray } from "@studio/kit/db/id-array.js";
import { contact } from "../contact/contact.table.js";
import type { BulkActionRow as BulkAction } from "./bulk-action.repository.js";
import { bulkActionRow } from "./bulk-action.table.js";
import type { BulkRowOutcome, BulkRowRefusal } from "./bulk-action.values.js";
import type { Target } from "./read-target.js";

export type BulkRow = typeof bulkActionRow.$inferSelect;

type Key = Pick<BulkAction, "accountId" | "id">;

const ofAction = ({ accountId, id }: Key) =>
  and(eq(bulkActionRow.accountId, accountId), eq(bulkActionRow.bulkActionId, id));

/** Gives an action its contacts, each once: in the order given, or as they were added. @returns how many there are */
export async function insertRows(tx: Tx, action: Key, target: Target): Promise<number> {
  if ("contactIds" in target) return insertNamed(tx, action, target.contactIds);
  const rows = await tx.execute(matching(action, target.where));
  return rows.count;
}

function matching({ accountId, id }: Key, where: SQL): SQL {
  const place = sql`row_number() over (order by ${contact.createdAt}, ${contact.id})`;
  return sql`
    insert into identity.bulk_action_row (account_id, bulk_action_id, position, contact_id)
    select ${accountId}::uuid, ${id}::uuid, ${place}, ${contact.id} from ${contact} where ${where}`;
}

async function insertNamed(tx: Tx, { accountId, id }: Key, contactIds: readonly string[]): Promise<number> {
  const rows = await tx.execute(sql`
    insert into identity.bulk_action_row (account_id, bulk_action_id, position, contact_id)
    select ${accountId}::uuid, ${id}::uuid, row_number() over (order by min(given.place)), given.contact_id
    from unnest(${idArray(contactIds)}) with ordinality as given (contact_id, place)
    group by given.contact_id`);
  return rows.count;
}

/** The next contacts that wait, in order. */
export function nextRows(tx: Tx, action: Key, limit: number): Promise<BulkRow[]> {
  return tx
    .select()
    .from(bulkActionRow)
    .where(and(ofAction(action), eq(bulkActionRow.outcome, "pending")))
    .orderBy(asc(bulkActionRow.position))
    .limit(limit);
}

/** What became of one contact. */
export interface RowResult {
  position: number;
  outcome: Exclude<BulkRowOutcome, "pending">;
  refusal: BulkRowRefusal | null;
}

/** Keeps what became of contacts, all in one statement. */
export async function keepResults(tx: Tx, { accountId, id }: Key, results: readonly RowResult[]): Promise<void> {
  await tx.execute(sql`
    update identity.bulk_action_row as r set outcome = given.outcome, refusal = given.refusal
    from jsonb_to_recordset(${JSON.stringify(results)}::jsonb) as given (position int, outcome text, refusal text)
    where r.account_id = ${accountId} and r.bulk_action_id = ${id} and r.position = given.position`);
}

/** What a row tells: of a contact that is under restriction by now, no more than that. */
const SHOWN = {
  ...getTableColumns(bulkActionRow),
  outcome: unlessRestricted(bulkActionRow.outcome, "rejected"),
  refusal: unlessRestricted(bulkActionRow.refusal, "restricted"),
};

function unlessRestricted<T extends AnyPgColumn>(column: T, value: NonNullable<T["_"]["data"]>) {
  return sql<T["_"]["data"]>`case when ${contact.restrictedAt} is null then ${column} else ${value} end`;
}

/** A page of an action's contacts in order. */
export function pageRows(
  tx: Tx,
  action: Key,
  { after, limit, outcome }: { after: number; limit: number; outcome: BulkRowOutcome | null },
): Promise<BulkRow[]> {
  const those = outcome === null ? undefined : eq(SHOWN.outcome, outcome);
  return tx
    .select(SHOWN)
    .from(bulkActionRow)
    .leftJoin(contact, and(eq(contact.accountId, bulkActionRow.accountId), eq(contact.id, bulkActionRow.contactId)))
    .where(and(ofAction(action), gt(bulkActionRow.position, after), those))
    .orderBy(asc(bulkActionRow.position))
    .limit(limit);
}

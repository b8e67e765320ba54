import { getTableColumns, sql } from "drizzle-orm";
import type { Tx } from "@studio/kit/db/database.js";
import type { CursorKeys } from "@studio/kit/paging/cursor.js";
import type { ContactRow } from "../contact/contact.repository.js";
import { contact } from "../contact/contact.table.js";
import { keysOf, orderBy } from "@studio/kit/paging/keyset.js";
import type { ContactListPlan } from "./plan-contact-list.js";
import { walking } from "./walking.js";

/** A contact, and its keys in the list's order. */
export interface ListedContact {
  row: ContactRow;
  keys: CursorKeys;
}

/** Counting further than this is left to the planner's estimate. */
const COUNTED = 10_000;

/** A page's contacts, one more than asked for, in the order in which the page is read: one statement. */
export function pageOfContacts(tx: Tx, plan: ContactListPlan): Promise<ListedContact[]> {
  const { where, walk, between, columns, page } = plan;
  const contacts = tx
    .select({ row: getTableColumns(contact), keys: keysOf(columns) })
    .from(contact)
    .$dynamic();
  const selected = walk
    ? contacts.innerJoin(sql`${walk.found} found`, sql`found.contact_id = ${contact.id}`)
    : contacts;
  const rows = selected
    .where(sql.join([walk?.where ?? where, ...between], sql` and `))
    .orderBy(...orderBy(columns, page.backward))
    .limit(page.size + 1);
  return walk ? walking(tx, () => rows.execute()) : rows.execute();
}

/** How many contacts the whole list holds. */
export async function countContacts(tx: Tx, plan: CountPlan): Promise<number> {
  const [row] = await tx
    .select({ n: sql<number>`count(*)::int` })
    .from(contact)
    .where(plan.where);
  return row?.n ?? 0;
}

/** About how many contacts the list holds: exact up to 10,000, beyond that what the planner expects. */
export async function estimateContacts(tx: Tx, plan: CountPlan): Promise<number> {
  const some = tx
    .select({ one: sql`1`.as("one") })
    .from(contact)
    .where(plan.where)
    .limit(COUNTED + 1)
    .as("some");
  const [row] = await tx.select({ n: sql<number>`count(*)::int` }).from(some);
  if ((row?.n ?? 0) <= COUNTED) return row?.n ?? 0;
  const query = tx
    .select({ one: sql`1` })
    .from(contact)
    .where(plan.where);
  const [explained] = await tx.execute<{ "QUERY PLAN": [{ Plan: { "Plan Rows": number } }] }>(
    sql`explain (format json) ${query}`,
  );
  return Math.max(COUNTED + 1, Math.round(explained?.["QUERY PLAN"][0].Plan["Plan Rows"] ?? 0));
}

export type CountPlan = Pick<ContactListPlan, "where">;

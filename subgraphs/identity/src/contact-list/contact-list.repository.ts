import { getTableColumns, sql } from "drizzle-orm";
import type { Tx } from "@studio/kit/db/database.js";
import type { CursorKeys } from "@studio/kit/paging/cursor.js";
import { estimateCount } from "@studio/kit/paging/estimate-count.js";
import { keysOf, orderBy } from "@studio/kit/paging/keyset.js";
import type { ContactRow } from "../contact/contact.repository.js";
import { contact } from "../contact/contact.table.js";
import type { ContactListPlan } from "./plan-contact-list.js";
import { walking } from "./walking.js";

/** A contact, and its keys in the list's order. */
export interface ListedContact {
  row: ContactRow;
  keys: CursorKeys;
}

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
export function estimateContacts(tx: Tx, plan: CountPlan): Promise<number> {
  const contacts = tx
    .select({ one: sql`1` })
    .from(contact)
    .where(plan.where);
  return estimateCount(tx, contacts);
}

export type CountPlan = Pick<ContactListPlan, "where">;

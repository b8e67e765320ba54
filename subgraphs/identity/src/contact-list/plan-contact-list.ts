import { createHash } from "node:crypto";
import { sql, type SQL } from "drizzle-orm";
import { readPageArgs, type PageRequest } from "@studio/kit/paging/both-ways.js";
import type { CursorKeys } from "@studio/kit/paging/cursor.js";
import { contact } from "../contact/contact.table.js";
import type { IdentityContext } from "../context.js";
import { usedView } from "../saved-view/used-view.js";
import { columnOf } from "./column.sql.js";
import type { ContactListArgs } from "./contact-list.args.js";
import { relevance } from "./search.sql.js";
import { isBeyond, type KeyColumn } from "@studio/kit/paging/keyset.js";
import { readOrder, type OrderKey } from "./read-order.js";
import { openFieldUses, readSelection, selectionSql, type Selection } from "./selection.js";

/** A page of contacts as the repository reads it. */
export interface ContactListPlan {
  accountId: string;
  /** Which contacts the whole list holds. */
  where: SQL;
  /** Between which cursors the page lies. */
  between: SQL[];
  columns: readonly KeyColumn[];
  page: PageRequest;
  /** Whether similar words count: PostgreSQL is told how similar. */
  searches: boolean;
  /** Which list it is: a cursor opens for the list that it was made for, and for no other. */
  list: string;
}

/**
 * Reads a list's arguments for the viewer and turns them into SQL.
 * @throws ListRefused (BAD_USER_INPUT, FORBIDDEN) naming the argument; NOT_FOUND for a cursor of another list
 */
export async function planContactList(context: IdentityContext, args: ContactListArgs): Promise<ContactListPlan> {
  const page = readPageArgs(args);
  const view = args.view == null ? null : await usedView(context, args.view);
  const uses = await openFieldUses(context);
  const selection = readSelection(context, uses, [
    { selection: args, path: [] },
    { selection: { filter: view?.filter ?? null, search: args.search == null ? view?.search : null }, path: ["view"] },
  ]);
  const keys = args.orderBy ? readOrder(args.orderBy, uses) : readOrder(view?.orderBy ?? [], uses, ["view", "orderBy"]);
  const columns = keyColumns(keys, selection);
  const { accountId } = selection;
  const list = listName(selection, keys, uses.hidesRestricted);
  const decode = (cursor: string): CursorKeys => context.services.cursors.decode(accountId, list, cursor);
  const between: SQL[] = [];
  if (page.after !== null) between.push(isBeyond(columns, decode(page.after), false));
  if (page.before !== null) between.push(isBeyond(columns, decode(page.before), true));
  const where = selectionSql(selection, uses);
  return { accountId, where, between, columns, page, searches: selection.search !== null, list };
}

/** The order's columns: the best match first where words were searched and no order given; age and id decide the rest. */
function keyColumns(keys: readonly OrderKey[], { search }: Selection): KeyColumn[] {
  const columns: KeyColumn[] = keys.map(({ field, direction }) => ({ ...columnOf(field), direction }));
  if (search && keys.length === 0) {
    columns.push({ sql: relevance(search), type: "int4", nullable: false, direction: "desc" });
  }
  const direction = columns.at(-1)?.direction ?? "asc";
  if (!keys.some(({ field }) => field.kind === "standard" && field.name === "createdAt")) {
    columns.push({ sql: sql`${contact.createdAt}`, type: "timestamptz", nullable: false, direction });
  }
  columns.push({ sql: sql`${contact.id}`, type: "uuid", nullable: false, direction });
  return columns;
}

/** The same for the same contacts in the same order, whatever the arguments looked like. */
function listName(selection: Selection, keys: readonly OrderKey[], hidesRestricted: boolean): string {
  const order = keys.map(({ field, direction }) => [field.kind, field.name, direction]);
  const { conditions, search, groupIds } = selection;
  const shape = JSON.stringify([conditions, search, groupIds, order, hidesRestricted], (key, value: unknown) =>
    key === "path" || key === "definition" ? undefined : value,
  );
  return `contacts:${createHash("sha256").update(shape).digest("base64url")}`;
}

import { createHash } from "node:crypto";
import { and, sql, type SQL } from "drizzle-orm";
import { readPageArgs, type PageRequest } from "@studio/kit/paging/both-ways.js";
import { isBeyond, type KeyColumn } from "@studio/kit/paging/keyset.js";
import { contact } from "../contact/contact.table.js";
import type { IdentityContext } from "../context.js";
import { usedView } from "../saved-view/used-view.js";
import { columnOf } from "./column.sql.js";
import type { ContactListArgs } from "./contact-list.args.js";
import { similarity, type SettledSearch, type WordSearch } from "./search.sql.js";
import { readOrder, type OrderKey } from "./read-order.js";
import { openFieldUses, readSelection, selectContacts, type Selection } from "./selection.js";
import { STAGES, walkOf, type Stage } from "./settle-search.js";

/** A page of contacts as the repository reads it. */
export interface ContactListPlan {
  accountId: string;
  /** Which contacts the whole list holds. */
  where: SQL;
  /** Between which cursors the page lies. */
  between: SQL[];
  columns: readonly KeyColumn[];
  page: PageRequest;
  /** The index of words is walked for the page; `where` then holds without the search. Null where it is not. */
  walk: { found: SQL; where: SQL } | null;
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
  const { accountId } = selection;
  const { cursors } = context.services;
  const nameOf = (stage?: Stage) => listName(selection, keys, uses.hidesRestricted, stage);
  const opens = (cursor: string, stage: Stage) => cursors.opens(accountId, nameOf(stage), cursor);
  const from = selection.search && (page.after ?? page.before);
  const stage = from ? STAGES.find((one) => opens(from, one)) : undefined;
  const { where, rest, search } = await selectContacts(context, selection, uses, stage);
  const walked = search && search.stage !== "similar" && keys.length === 0 ? search : null;
  const walk = walked && walkWithin(accountId, walked, rest);
  const columns = walk ? WALKED : keyColumns(keys, search);
  const list = nameOf(search?.stage);
  const between: SQL[] = [];
  if (page.after !== null) between.push(isBeyond(columns, cursors.decode(accountId, list, page.after), false));
  if (page.before !== null) between.push(isBeyond(columns, cursors.decode(accountId, list, page.before), true));
  return { accountId, where, walk, between, columns, page, list };
}

/** The order of the index of words: the searched word, then the words that begin with it, each by age. */
const WALKED: readonly KeyColumn[] = [
  { sql: sql`found.word`, type: "text", nullable: false, direction: "asc" },
  { sql: sql`found.created_at`, type: "timestamptz", nullable: false, direction: "asc" },
  { sql: sql`found.contact_id`, type: "uuid", nullable: false, direction: "asc" },
];

function walkWithin(accountId: string, search: WordSearch, rest: SQL): { found: SQL; where: SQL } {
  const { found, where } = walkOf(accountId, search);
  return { found, where: and(rest, where)! };
}

/**
 * The order's columns: the best match first where similar words were searched; age and id decide the rest. That age
 * orders contacts under restriction too tells no more than their ids do, which begin with the time (RFC 9562).
 */
function keyColumns(keys: readonly OrderKey[], search: SettledSearch | null): KeyColumn[] {
  const columns: KeyColumn[] = keys.map(({ field, direction }) => ({ ...columnOf(field), direction }));
  if (search?.stage === "similar" && keys.length === 0) {
    columns.push({ sql: similarity(search), type: "int4", nullable: false, direction: "desc" });
  }
  const direction = columns.at(-1)?.direction ?? "asc";
  if (!keys.some(({ field }) => field.kind === "standard" && field.name === "createdAt")) {
    columns.push({ sql: sql`${contact.createdAt}`, type: "timestamptz", nullable: false, direction });
  }
  columns.push({ sql: sql`${contact.id}`, type: "uuid", nullable: false, direction });
  return columns;
}

/** The same for the same contacts in the same order, whatever the arguments looked like. */
function listName(selection: Selection, keys: readonly OrderKey[], hidesRestricted: boolean, stage?: Stage): string {
  const order = keys.map(({ field, direction }) => [field.kind, field.name, direction]);
  const { conditions, search, groupIds } = selection;
  const shape = JSON.stringify([conditions, search, groupIds, order, hidesRestricted, stage], (key, value: unknown) =>
    key === "path" || key === "definition" ? undefined : value,
  );
  return `contacts:${createHash("sha256").update(shape).digest("base64url")}`;
}

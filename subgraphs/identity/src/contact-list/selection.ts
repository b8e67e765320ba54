import { and, eq, isNull, type SQL } from "drizzle-orm";
import { contact } from "../contact/contact.table.js";
import { accountOf, type IdentityContext } from "../context.js";
import type { ContactSelection } from "./contact-list.args.js";
import type { ArgumentPath, Condition } from "./condition.js";
import { toSql } from "./condition.sql.js";
import { FieldUses } from "./field-uses.js";
import { inReach } from "./group.sql.js";
import { readFilter } from "./read-filter.js";
import { readSearch, type Search } from "./read-search.js";
import { matchesSearch, type SettledSearch } from "./search.sql.js";
import { settleSearch, type Stage } from "./settle-search.js";

/** Which contacts a list holds, every field in it decided for the viewer. */
export interface Selection {
  accountId: string;
  /** The groups that are a coordinator's world; null for the whole account. */
  groupIds: readonly string[] | null;
  conditions: readonly Condition[];
  search: Search | null;
}

/** Reads arguments as the request's viewer; what it decided about the fields they use. */
export async function openFieldUses(context: IdentityContext): Promise<FieldUses> {
  return new FieldUses(context, await context.loaders.contactFields());
}

/** @throws ListRefused naming the argument that is malformed, or that the viewer may not use */
export function readSelection(
  context: IdentityContext,
  uses: FieldUses,
  given: readonly { selection: ContactSelection; path: ArgumentPath }[],
): Selection {
  const { viewer } = context;
  const conditions: Condition[] = [];
  let search: Search | null = null;
  for (const { selection, path } of given) {
    if (selection.filter) conditions.push(readFilter(selection.filter, uses, [...path, "filter"]));
    if (selection.search) search ??= readSearch(selection.search, uses, [...path, "search"]);
  }
  const groupIds = viewer.kind === "member" && viewer.role === "coordinator" ? viewer.groupIds : null;
  return { accountId: accountOf(context), groupIds, conditions, search };
}

/** The contacts of a selection as SQL over `identity.contact`. */
export interface SelectedContacts {
  where: SQL;
  /** What holds of them beside the search. */
  rest: SQL;
  search: SettledSearch | null;
}

/** Settles how the search finds, and turns the selection into SQL. @param stage of the page that a cursor is from */
export async function selectContacts(
  context: IdentityContext,
  selection: Selection,
  { hidesRestricted }: Pick<FieldUses, "hidesRestricted">,
  stage?: Stage,
): Promise<SelectedContacts> {
  const { accountId, conditions } = selection;
  const rest = and(
    eq(contact.accountId, accountId),
    inReach(selection),
    ...conditions.map((condition) => toSql(condition, selection)),
    hidesRestricted ? isNull(contact.restrictedAt) : undefined,
  )!;
  if (selection.search === null) return { where: rest, rest, search: null };
  const search = await settleSearch(context, accountId, selection.search, rest, stage);
  return { where: and(rest, matchesSearch(accountId, search))!, rest, search };
}

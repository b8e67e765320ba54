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
import { matchesSearch } from "./search.sql.js";

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
export function selectionSql(selection: Selection, { hidesRestricted }: Pick<FieldUses, "hidesRestricted">): SQL {
  const { accountId, conditions, search } = selection;
  return and(
    eq(contact.accountId, accountId),
    inReach(selection),
    ...conditions.map((condition) => toSql(condition, selection)),
    search ? matchesSearch(accountId, search) : undefined,
    hidesRestricted ? isNull(contact.restrictedAt) : undefined,
  )!;
}

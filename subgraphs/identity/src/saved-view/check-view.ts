import type { IdentityContext } from "../context.js";
import type { ContactSelection } from "../contact-list/contact-list.args.js";
import type { ContactFilter } from "../contact-list/contact-filter.input.js";
import type { ArgumentPath } from "../contact-list/condition.js";
import type { ContactOrder } from "../contact-list/contact-order.input.js";
import { ListRefused } from "../contact-list/list-refused.js";
import { readOrder } from "../contact-list/read-order.js";
import { openFieldUses, readSelection } from "../contact-list/selection.js";

/** What a view lists. */
export interface ViewContent extends ContactSelection {
  orderBy?: ContactOrder[] | null;
}

/** Why the request's viewer may not list contacts by this now, or null if they may. */
export async function whyUnusable(
  context: IdentityContext,
  { filter, search, orderBy }: ViewContent,
  path: ArgumentPath,
): Promise<ListRefused | null> {
  const uses = await openFieldUses(context);
  try {
    readSelection(context, uses, [{ selection: { filter: filter ?? null, search: search ?? null }, path }]);
    readOrder(orderBy ?? [], uses, [...path, "orderBy"]);
    return null;
  } catch (error) {
    if (error instanceof ListRefused) return error;
    throw error;
  }
}

/**
 * Whether the request's viewer may use each field of a view, asked one by one: a view that is refused for something else,
 * such as a field out of use, names fields after it that nobody decided about.
 */
export async function mayUseEach(context: IdentityContext, { filter, search, orderBy }: ViewContent): Promise<boolean> {
  const parts: ViewContent[] = [
    ...comparisonsOf(filter ?? {}).map((comparison) => ({ filter: comparison })),
    { search },
    ...(orderBy ?? []).map((order) => ({ orderBy: [order] })),
  ];
  const refusals = await Promise.all(parts.map((part) => whyUnusable(context, part, [])));
  return refusals.every((refused) => refused?.extensions["code"] !== "FORBIDDEN");
}

/** Each comparison of a filter, as a filter of its own. */
function comparisonsOf({ and, or, not, ...tests }: ContactFilter): ContactFilter[] {
  const inner = [...(and ?? []), ...(or ?? []), ...(not ? [not] : [])];
  return [...Object.entries(tests).map(([name, test]) => ({ [name]: test })), ...inner.flatMap(comparisonsOf)];
}

import type { IdentityContext } from "../context.js";
import type { ContactSelection } from "../contact-list/contact-list.args.js";
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

import { checkPageSize, toPage, type ForwardPageArgs, type Page } from "@studio/kit/paging/connection.js";
import { accountOf, type IdentityContext } from "./context.js";
import type { CreatedPosition } from "./created-position.js";

/**
 * A page of a list of the viewer's account, oldest first.
 * @param list the list's name, to which its cursors are bound
 * @param fetch reads at most `limit` rows after a place
 * @throws BAD_USER_INPUT for a page size out of bounds, NOT_FOUND for a cursor of another list
 */
export async function pageByCreation<Row extends { createdAt: Date; id: string }>(
  context: IdentityContext,
  list: string,
  args: ForwardPageArgs,
  fetch: (accountId: string, page: { limit: number; after: CreatedPosition | null }) => Promise<Row[]>,
): Promise<Page<Row>> {
  checkPageSize(args.first);
  const accountId = accountOf(context);
  const { cursors } = context.services;
  const [createdAt, id] = args.after ? cursors.decode(accountId, list, args.after) : [];
  const after = createdAt && id ? { createdAt: String(createdAt), id: String(id) } : null;
  const rows = await fetch(accountId, { limit: args.first + 1, after });
  return toPage(rows, args, (row) => cursors.encode(accountId, list, [row.createdAt.toISOString(), row.id]));
}

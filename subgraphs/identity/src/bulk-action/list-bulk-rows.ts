import { checkPageSize, toPage, type Page } from "@studio/kit/paging/connection.js";
import type { IdentityContext } from "../context.js";
import type { BulkRowsArgs } from "./bulk-action.input.js";
import type { BulkActionRow } from "./bulk-action.repository.js";
import { pageRows, type BulkRow } from "./bulk-row.repository.js";

/**
 * A page of what a bulk action is about, in the order given.
 * @throws BAD_USER_INPUT for a page size out of bounds, NOT_FOUND for a cursor of another list
 */
export async function listBulkRows(
  { services }: IdentityContext,
  action: BulkActionRow,
  args: BulkRowsArgs,
): Promise<Page<BulkRow>> {
  checkPageSize(args.first);
  const { db, cursors } = services;
  const { accountId } = action;
  const list = `bulk:${action.id}:${args.outcome ?? "all"}`;
  const [place] = args.after ? cursors.decode(accountId, list, args.after) : [];
  const page = { after: Number(place ?? 0), limit: args.first + 1, outcome: args.outcome ?? null };
  const rows = await db.inAccount(accountId, (tx) => pageRows(tx, action, page));
  return toPage(rows, args, (row) => cursors.encode(accountId, list, [row.position]));
}

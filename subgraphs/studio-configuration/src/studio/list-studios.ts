import { unauthenticated } from "@studio/kit/error/codes.js";
import { checkPageSize, toPage, type ForwardPageArgs, type Page } from "@studio/kit/paging/connection.js";
import type { StudioConfigurationContext } from "../context.js";
import { studioReach } from "./studio.reach.js";
import { listNewest, type StudioPlace, type StudioRow } from "./studio.repository.js";
import type { Studio } from "./studio.type.js";
import { toStudio } from "./studio.view.js";

const LIST = "studios";

/**
 * A page of the account's studios, newest first.
 * @throws BAD_USER_INPUT for a page size out of bounds; NOT_FOUND for a cursor of another account or list
 */
export async function listStudios(
  { db, cursors, viewer }: StudioConfigurationContext,
  args: ForwardPageArgs,
): Promise<Page<Studio>> {
  const reach = studioReach(viewer);
  if (reach.kind !== "account") throw unauthenticated();
  const { accountId } = reach;
  checkPageSize(args.first);
  const after = args.after ? readPlace(cursors.decode(accountId, LIST, args.after)) : null;
  const rows = await db.inAccount(accountId, (tx) => listNewest(tx, accountId, { after, limit: args.first + 1 }));
  const page = toPage(rows, args, (row: StudioRow) =>
    cursors.encode(accountId, LIST, [row.createdAt.toISOString(), row.id]),
  );
  return { ...page, edges: page.edges.map(({ node, cursor }) => ({ node: toStudio(node), cursor })) };
}

function readPlace([createdAt, id]: readonly unknown[]): StudioPlace {
  return { createdAt: String(createdAt), id: String(id) };
}

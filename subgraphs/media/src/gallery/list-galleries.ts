import { notFound } from "@studio/kit/error/codes.js";
import { checkPageSize, toPage, type ForwardPageArgs, type Page } from "@studio/kit/paging/connection.js";
import { fromGlobalId } from "@studio/kit/paging/global-id.js";
import type { MediaContext } from "../context.js";
import { findGallery, listNewestGalleries } from "./gallery.repository.js";
import { Gallery } from "./gallery.type.js";

const LIST = "galleries";

/** The account's galleries, the newest first. @throws NOT_FOUND for a cursor of another list */
export async function listGalleries(
  { services }: MediaContext,
  accountId: string,
  args: ForwardPageArgs,
): Promise<Page<Gallery>> {
  checkPageSize(args.first);
  const { db, cursors, clock } = services;
  const [createdAt, id] = args.after ? cursors.decode(accountId, LIST, args.after) : [];
  const after = args.after ? { createdAt: new Date(Number(createdAt)).toISOString(), id: String(id) } : null;
  const rows = await db.inAccount(accountId, (tx) =>
    listNewestGalleries(tx, accountId, { after, limit: args.first + 1 }),
  );
  const galleries = rows.map((row) => new Gallery(row, clock.now()));
  return toPage(galleries, args, ({ row }) => cursors.encode(accountId, LIST, [row.createdAt.getTime(), row.id]));
}

/** One gallery of the account. @throws NOT_FOUND */
export async function loadGallery({ services }: MediaContext, accountId: string, globalId: string): Promise<Gallery> {
  const id = fromGlobalId("Gallery", globalId);
  const row = await services.db.inAccount(accountId, (tx) => findGallery(tx, { accountId, id }));
  if (!row) throw notFound("gallery");
  return new Gallery(row, services.clock.now());
}

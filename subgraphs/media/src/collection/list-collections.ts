import { notFound } from "@studio/kit/error/codes.js";
import { checkPageSize, toPage, type ForwardPageArgs, type Page } from "@studio/kit/paging/connection.js";
import { fromGlobalId } from "@studio/kit/paging/global-id.js";
import type { MediaContext } from "../context.js";
import { findCollection, listNewestCollections } from "./collection.repository.js";
import { Collection } from "./collection.type.js";

const LIST = "collections";

/** The account's collections, the newest first. @throws NOT_FOUND for a cursor of another list */
export async function listCollections(
  { services }: MediaContext,
  accountId: string,
  args: ForwardPageArgs,
): Promise<Page<Collection>> {
  checkPageSize(args.first);
  const { db, cursors } = services;
  const [createdAt, id] = args.after ? cursors.decode(accountId, LIST, args.after) : [];
  const after = args.after ? { createdAt: new Date(Number(createdAt)).toISOString(), id: String(id) } : null;
  const page = { after, limit: args.first + 1 };
  const rows = await db.inAccount(accountId, (tx) => listNewestCollections(tx, accountId, page));
  const collections = rows.map((row) => new Collection(row));
  return toPage(collections, args, ({ row }) => cursors.encode(accountId, LIST, [row.createdAt.getTime(), row.id]));
}

/** One collection of the account. @throws NOT_FOUND */
export async function loadCollection(
  { services }: MediaContext,
  accountId: string,
  globalId: string,
): Promise<Collection> {
  const id = fromGlobalId("Collection", globalId);
  const row = await services.db.inAccount(accountId, (tx) => findCollection(tx, { accountId, id }));
  if (!row) throw notFound("collection");
  return new Collection(row);
}

import type { Tx } from "@studio/kit/db/database.js";
import { notFound } from "@studio/kit/error/codes.js";
import { fromGlobalId } from "@studio/kit/paging/global-id.js";
import type { MediaContext } from "../context.js";
import { tokenOf } from "./collection.policy.js";
import { findCollection } from "./collection.repository.js";
import type { CollectionRow } from "./collection.table.js";
import type { CollectionRemovalPreview } from "./collection.type.js";
import { findHeld, type Held } from "./removal-set.repository.js";

/** What would go with a collection now, and the token that confirms exactly that. @throws NOT_FOUND */
export function previewRemoval(
  { services }: MediaContext,
  accountId: string,
  globalId: string,
): Promise<CollectionRemovalPreview> {
  const id = fromGlobalId("Collection", globalId);
  return services.db.inAccount(accountId, async (tx) => {
    const collection = await findCollection(tx, { accountId, id });
    if (!collection) throw notFound("collection");
    return (await removalOf(tx, collection)).preview;
  });
}

/** What a collection holds, and what of it would go, counted: the same selection for preview, confirmation and removal. */
export async function removalOf(
  tx: Tx,
  collection: CollectionRow,
): Promise<{ all: Held[]; preview: CollectionRemovalPreview }> {
  const all = await findHeld(tx, collection);
  const going = all.filter(({ restricted }) => !restricted);
  const sum = (count: (held: Held) => number) => going.reduce((total, held) => total + count(held), 0);
  const preview = {
    submissions: going.length,
    contacts: new Set(going.map(({ contactId }) => contactId)).size,
    photos: sum(({ photos }) => photos),
    pictures: sum(({ pictures }) => pictures),
    bytes: sum(({ bytes }) => bytes),
    held: all.length - going.length,
    token: tokenOf(collection.id, all),
  };
  return { all, preview };
}

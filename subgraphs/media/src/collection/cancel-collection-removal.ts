import type { MemberViewer } from "@studio/kit/auth/viewer.js";
import { changeState } from "@studio/kit/db/change.js";
import { notFound } from "@studio/kit/error/codes.js";
import { fromGlobalId } from "@studio/kit/paging/global-id.js";
import { changeScope, type MediaContext } from "../context.js";
import type { CancelCollectionRemovalInput } from "./collection.input.js";
import { allows } from "./collection.policy.js";
import { deleteItems, lockCollection, moveCollection } from "./collection.repository.js";
import { CancelCollectionRemovalPayload, CollectionStateConflict } from "./collection.result.js";
import { Collection } from "./collection.type.js";

/** Keeps a collection whose removal was confirmed, as long as its day has not come. @throws NOT_FOUND */
export function cancelCollectionRemoval(
  context: MediaContext,
  { accountId }: MemberViewer,
  input: CancelCollectionRemovalInput,
): Promise<CancelCollectionRemovalPayload | CollectionStateConflict> {
  const key = { accountId, id: fromGlobalId("Collection", input.id) };
  const scope = changeScope(context, accountId);
  return changeState<CancelCollectionRemovalPayload | CollectionStateConflict>(scope, async (change) => {
    const collection = await lockCollection(change.tx, key);
    if (!collection) throw notFound("collection");
    const { state, removesAt } = collection;
    if (!allows(state, "cancel_removal")) return change.abandon(CollectionStateConflict.at(state));
    if (removesAt !== null && removesAt <= scope.clock.now())
      return change.abandon(CollectionStateConflict.at("removed"));
    if (collection.wholeStudio) await deleteItems(change.tx, key);
    const kept = await moveCollection(change.tx, key, { state: "kept", removesAt: null });
    change.audit({ action: "collection.removal_cancelled", subjectType: "Collection", subjectId: key.id });
    return Object.assign(new CancelCollectionRemovalPayload(), { collection: new Collection(kept) });
  });
}

import type { MemberViewer } from "@studio/kit/auth/viewer.js";
import { after } from "@studio/kit/clock.js";
import { changeState } from "@studio/kit/db/change.js";
import { notFound } from "@studio/kit/error/codes.js";
import { fromGlobalId } from "@studio/kit/paging/global-id.js";
import { changeScope, type MediaContext } from "../context.js";
import type { RemoveCollectionInput } from "./collection.input.js";
import { allows, REMOVAL_DELAY_MS } from "./collection.policy.js";
import { insertItems, lockCollection, moveCollection } from "./collection.repository.js";
import { CollectionStateConflict, RemovalSetChanged, RemoveCollectionPayload } from "./collection.result.js";
import { Collection } from "./collection.type.js";
import { removalOf } from "./preview-removal.js";
import { PURGE_COLLECTION, type PurgeCollectionJob } from "./purge-collection.job.js";
import { holdShots } from "./removal-set.repository.js";

type Removal = RemoveCollectionPayload | CollectionStateConflict | RemovalSetChanged;

/**
 * Has a collection's media removed in seven days: exactly what was shown when it was confirmed. What comes in
 * afterwards stays (P13). @throws NOT_FOUND for another account's
 */
export function removeCollection(
  context: MediaContext,
  { accountId }: MemberViewer,
  { id: globalId, token }: RemoveCollectionInput,
): Promise<Removal> {
  const key = { accountId, id: fromGlobalId("Collection", globalId) };
  const scope = changeScope(context, accountId);
  return changeState<Removal>(scope, async (change) => {
    const collection = await lockCollection(change.tx, key);
    if (!collection) throw notFound("collection");
    if (!allows(collection.state, "remove")) return change.abandon(CollectionStateConflict.at(collection.state));
    await holdShots(change.tx, collection.studioId);
    const { all, preview } = await removalOf(change.tx, collection);
    if (preview.token !== token) return change.abandon(RemovalSetChanged.to(preview));
    if (collection.wholeStudio) {
      const ids = all.map(({ submissionId }) => submissionId);
      await insertItems(change.tx, key, ids);
    }
    const removesAt = after(scope.clock.now(), REMOVAL_DELAY_MS);
    const removing = await moveCollection(change.tx, key, { state: "removing", removesAt });
    const job: PurgeCollectionJob = { accountId, collectionId: key.id };
    await context.services.jobs.enqueue(change.tx, PURGE_COLLECTION, job, { startAfter: removesAt });
    change.audit({ action: "collection.removal_confirmed", subjectType: "Collection", subjectId: key.id });
    return Object.assign(new RemoveCollectionPayload(), { collection: new Collection(removing) });
  });
}

import { after, dayMs } from "@studio/kit/clock.js";
import { changeState } from "@studio/kit/db/change.js";
import { newId } from "@studio/kit/id.js";
import type { MediaServices } from "../context.js";
import { purgeSubmission } from "../submission/purge-submission.js";
import { findCollection, lockCollection, moveCollection } from "./collection.repository.js";
import { PURGE_COLLECTION, type PurgeCollectionJob } from "./purge-collection.job.js";
import { findHeld } from "./removal-set.repository.js";

/** What the job needs of the services. */
export type RemovingServices = Pick<MediaServices, "db" | "clock" | "wake" | "jobs" | "objects">;

const BATCH = 100;

/**
 * Removes the media of a collection whose day has come: objects and rows, one submission after another, so that it
 * goes on wherever it was stopped. Contacts under restriction keep theirs, and are looked at again each day.
 */
export async function purgeCollection(services: RemovingServices, job: PurgeCollectionJob): Promise<void> {
  const { accountId, collectionId: id } = job;
  const { db, clock, jobs } = services;
  const again = (startAfter: Date) =>
    db.inAccount(accountId, (tx) => jobs.enqueue(tx, PURGE_COLLECTION, job, { startAfter }));
  const collection = await db.inAccount(accountId, (tx) => findCollection(tx, { accountId, id }));
  if (collection?.state !== "removing" || collection.removesAt === null) return;
  if (clock.now() < collection.removesAt) return again(collection.removesAt);
  for (;;) {
    const held = await db.inAccount(accountId, (tx) => findHeld(tx, collection, { limit: BATCH }));
    const going = held.filter(({ restricted }) => !restricted);
    for (const { submissionId } of going) await purgeSubmission(services, PURGE_COLLECTION, accountId, submissionId);
    if (held.length === 0) return finish(services, job);
    if (going.length === 0) return again(after(clock.now(), dayMs));
  }
}

function finish(
  { db, clock, wake }: RemovingServices,
  { accountId, collectionId: id }: PurgeCollectionJob,
): Promise<void> {
  const viewer = { kind: "system", part: PURGE_COLLECTION } as const;
  const scope = { db, clock, wake, viewer, accountId, requestId: newId() };
  return changeState<void>(scope, async (change) => {
    const collection = await lockCollection(change.tx, { accountId, id });
    if (collection?.state !== "removing") return change.abandon();
    await moveCollection(change.tx, collection, { state: "removed", removesAt: null });
    change.audit({ action: "collection.removed", subjectType: "Collection", subjectId: id });
  });
}

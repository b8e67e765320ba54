import { isId } from "@studio/kit/id.js";
import { QUARANTINE } from "../photo/object-keys.js";
import type { ObjectSummary } from "../storage/object-store.js";
import { ObjectNotFound } from "../storage/storage.errors.js";
import { comparePages } from "./compare-pages.js";
import { deleteOrphan } from "./delete-orphan.js";
import { markLost } from "./mark-lost.js";
import type { ReconcilingServices } from "./reconcile-storage.js";
import { findWaiting, hasStoredRow, listStoredRows } from "./stored-row.repository.js";
import type { Walk } from "./walk.js";

/** Reconciles one account's part of the store, sealed objects and quarantine. */
export async function reconcileAccount(services: ReconcilingServices, accountId: string, walk: Walk): Promise<void> {
  const { db, objects } = services;
  const listRows = (after: string, limit: number) =>
    db.inAccount(accountId, (tx) => listStoredRows(tx, accountId, after, limit));
  for await (const page of comparePages(objects, `${accountId}/`, listRows)) {
    walk.tally.objects += page.objects;
    walk.tally.rows += page.rows;
    for (const object of page.withoutRow) {
      const isKnown = await db.inAccount(accountId, (tx) => hasStoredRow(tx, accountId, object.key));
      if (!isKnown) await deleteOrphan(services, object, walk);
    }
    for (const row of page.withoutObject) {
      if (!(await isMissing(services, row.objectKey))) continue;
      walk.tally.lost++;
      if (walk.repairs) await markLost(services, accountId, row);
    }
  }
  await reconcileQuarantine(services, accountId, walk);
}

async function isMissing({ objects }: ReconcilingServices, key: string): Promise<boolean> {
  try {
    await objects.head(key);
    return false;
  } catch (error) {
    if (error instanceof ObjectNotFound) return true;
    throw error;
  }
}

/** A photo that waits for its original may have one in quarantine. Nothing else belongs there. */
async function reconcileQuarantine(services: ReconcilingServices, accountId: string, walk: Walk): Promise<void> {
  const prefix = `${QUARANTINE}${accountId}/`;
  const photoOf = ({ key }: ObjectSummary) => key.slice(prefix.length);
  let after: string | undefined;
  do {
    const page = await services.objects.list({ prefix, ...(after !== undefined && { after }) });
    const waiting = await services.db.inAccount(accountId, (tx) =>
      findWaiting(tx, accountId, page.objects.map(photoOf).filter(isId)),
    );
    walk.tally.objects += page.objects.length;
    for (const object of page.objects) if (!waiting.has(photoOf(object))) await deleteOrphan(services, object, walk);
    after = page.nextAfter;
  } while (after !== undefined);
}

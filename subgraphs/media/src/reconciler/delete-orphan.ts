import { after, dayMs } from "@studio/kit/clock.js";
import { isObjectKey } from "../storage/object-key.js";
import type { ObjectSummary } from "../storage/object-store.js";
import type { ReconcilingServices } from "./reconcile-storage.js";
import type { Walk } from "./walk.js";

/** An object is written before its row: what is younger may still get one. */
const GRACE_MS = dayMs;

/**
 * Counts an object that nothing knows of once it is a day old, and deletes it where the walk repairs. Media cannot
 * have put what has no key's name: that is left.
 */
export async function deleteOrphan(
  { objects, clock }: ReconcilingServices,
  { key, modifiedAt }: ObjectSummary,
  { repairs, tally }: Walk,
): Promise<void> {
  if (!isObjectKey(key)) return;
  if (modifiedAt > after(clock.now(), -GRACE_MS)) return;
  tally.orphans++;
  if (repairs) await objects.delete(key);
}

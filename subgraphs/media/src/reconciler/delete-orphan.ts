import { after, dayMs } from "@studio/kit/clock.js";
import type { ObjectSummary } from "../storage/object-store.js";
import type { ReconcilingServices, Tally } from "./reconcile-storage.js";

/** An object is written before its row: what is younger may still get one. */
const GRACE_MS = dayMs;

/** Deletes an object that nothing knows of, once it is a day old. */
export async function deleteOrphan(
  { objects, clock }: ReconcilingServices,
  { key, modifiedAt }: ObjectSummary,
  tally: Tally,
): Promise<void> {
  if (modifiedAt > after(clock.now(), -GRACE_MS)) return;
  await objects.delete(key);
  tally.orphansDeleted++;
}

import { createHash } from "node:crypto";
import { dayMs } from "@studio/kit/clock.js";
import type { CollectionState } from "./collection.values.js";

/** How long a removal that was confirmed can still be called off. */
export const REMOVAL_DELAY_MS = 7 * dayMs;

/** The most submissions that a collection of a selection holds. */
export const MAX_COLLECTED = 10_000;

export type CollectionVerb = "remove" | "cancel_removal";

const FROM: Readonly<Record<CollectionVerb, CollectionState>> = { remove: "kept", cancel_removal: "removing" };

/** Whether a collection in this state lets the verb happen. */
export function allows(state: CollectionState, verb: CollectionVerb): boolean {
  return FROM[verb] === state;
}

/** A submission that would go, as it is now. */
export interface Removable {
  submissionId: string;
  version: number;
  photos: number;
}

/** What a removal is confirmed by: the digest of exactly what would go, in hexadecimal. */
export function tokenOf(collectionId: string, set: readonly Removable[]): string {
  const lines = set.map(({ submissionId, version, photos }) => `${submissionId}:${version}:${photos}`).toSorted();
  return createHash("sha256")
    .update([collectionId, ...lines].join("\n"))
    .digest("hex");
}

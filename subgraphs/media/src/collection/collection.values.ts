/** Where a collection is in its life. */
export const COLLECTION_STATES = ["kept", "removing", "removed"] as const;

export type CollectionState = (typeof COLLECTION_STATES)[number];

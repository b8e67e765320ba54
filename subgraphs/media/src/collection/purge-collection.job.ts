/** The queue of collections whose removal was confirmed. */
export const PURGE_COLLECTION = "purge-collection";

export interface PurgeCollectionJob {
  accountId: string;
  collectionId: string;
}

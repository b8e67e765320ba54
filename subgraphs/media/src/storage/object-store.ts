import type { Readable } from "node:stream";

/** What is known of an object without reading it. `size` is in bytes, as the reader will receive them. */
export interface ObjectSummary {
  readonly key: string;
  readonly size: number;
  readonly modifiedAt: Date;
}

export interface ObjectHead extends ObjectSummary {
  readonly contentType: string;
}

/** An object being read. The caller consumes `body` to its end or destroys it. */
export interface ObjectContent extends ObjectHead {
  readonly body: Readable;
}

export type ObjectBody = Uint8Array | AsyncIterable<Uint8Array>;

export interface ListRequest {
  /** Any string that the keys begin with; the empty string lists everything. */
  readonly prefix: string;
  /** The last key of the page before this one. */
  readonly after?: string;
  /** At most this many objects, 1 to 1,000 (the default). */
  readonly limit?: number;
}

export interface ObjectPage {
  /** In the order of their keys' bytes. */
  readonly objects: readonly ObjectSummary[];
  /** Pass as `after` for the next page; absent on the last one. */
  readonly nextAfter?: string;
}

/**
 * Where bytes live. Every driver keeps the same contract:
 * an object appears whole or not at all, and replacing one never shows a mixture.
 *
 * Errors: `InvalidObjectKey`, `ObjectNotFound`, `StorageFull` (nothing is left behind),
 * `ObjectCorrupt`, and `ObjectTooLarge` where a driver bounds what it holds.
 */
export interface ObjectStore {
  /** Writes or replaces an object. If `body` fails midway, its error is rethrown and nothing is stored. */
  put(key: string, body: ObjectBody, options: { readonly contentType: string }): Promise<ObjectHead>;
  get(key: string): Promise<ObjectContent>;
  head(key: string): Promise<ObjectHead>;
  copy(fromKey: string, toKey: string): Promise<ObjectHead>;
  /** Deletes an object; one that is already gone is not an error, so that a job may repeat it. */
  delete(key: string): Promise<void>;
  list(request: ListRequest): Promise<ObjectPage>;
}

export const MAX_LIST_LIMIT = 1_000;

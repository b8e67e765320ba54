import type { Readable } from "node:stream";
import { RangeOutside } from "./storage.errors.js";

/** What is known of an object without reading it. `size` is in bytes, as the reader will receive them. */
export interface ObjectSummary {
  readonly key: string;
  readonly size: number;
  readonly modifiedAt: Date;
}

export interface ObjectHead extends ObjectSummary {
  readonly contentType: string;
}

/** An object being read; `size` is that of all of it, also where `body` is a range. Consume `body` or destroy it. */
export interface ObjectContent extends ObjectHead {
  readonly body: Readable;
}

/** Part of an object: from the byte `start` up to, not including, the byte `end`; to the object's end without one. */
export interface ByteRange {
  readonly start: number;
  readonly end?: number;
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

/** One upload that a client sends straight to the bucket. */
export interface SignRequest {
  readonly contentType: string;
  /** Exactly so many bytes are taken. */
  readonly bytes: number;
  readonly expiresInSeconds: number;
}

/** How a client sends those bytes: this method, to this URL, with exactly these headers. */
export interface SignedUpload {
  readonly url: string;
  readonly method: "PUT";
  readonly headers: Readonly<Record<string, string>>;
}

/**
 * Where bytes live. Every driver keeps the same contract:
 * an object appears whole or not at all, and replacing one never shows a mixture.
 *
 * Errors: `InvalidObjectKey`, `ObjectNotFound`, `RangeOutside`, `StorageFull` (nothing is left behind),
 * `StorageAway` (try again) and `ObjectCorrupt`, which a body may also throw while it is read.
 */
export interface ObjectStore {
  /** Writes or replaces an object. If `body` fails midway, its error is rethrown and nothing is stored. */
  put(key: string, body: ObjectBody, options: { readonly contentType: string }): Promise<void>;
  get(key: string, range?: ByteRange): Promise<ObjectContent>;
  head(key: string): Promise<ObjectHead>;
  copy(fromKey: string, toKey: string): Promise<void>;
  /** Deletes an object; one that is already gone is not an error, so that a job may repeat it. */
  delete(key: string): Promise<void>;
  list(request: ListRequest): Promise<ObjectPage>;
  /** Lets a client put this one object by itself, or null where no client can reach the store. */
  sign(key: string, upload: SignRequest): Promise<SignedUpload | null>;
  /** Lets go of connections. The store is not used again. */
  close(): void;
}

export const MAX_LIST_LIMIT = 1_000;

/** @throws RangeOutside for a range that is empty, or none */
export function checkRange(key: string, { start, end = Infinity }: ByteRange): void {
  if (!Number.isSafeInteger(start) || start < 0 || end <= start) throw new RangeOutside(key);
}

/**
 * The range within an object of `size` bytes: an end past it is cut to it.
 * @throws RangeOutside if nothing of the object lies in it (RFC 9110, section 14.4)
 */
export function clipRange(key: string, size: number, range: ByteRange): Required<ByteRange> {
  checkRange(key, range);
  if (range.start >= size) throw new RangeOutside(key);
  return { start: range.start, end: Math.min(range.end ?? size, size) };
}

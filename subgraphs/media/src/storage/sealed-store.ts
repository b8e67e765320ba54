import { Readable } from "node:stream";
import { buffer } from "node:stream/consumers";
import { SealBroken } from "@studio/kit/crypto/seal.js";
import {
  locateSealed,
  openStream,
  plainSizeOf,
  SEALED_HEADER_BYTES,
  sealStream,
  type SealedPlace,
} from "@studio/kit/crypto/sealed-stream.js";
import { parseObjectKey } from "./object-key.js";
import { clipRange, type ByteRange, type ListRequest, type ObjectBody } from "./object-store.js";
import type { ObjectContent, ObjectHead, ObjectPage, ObjectStore } from "./object-store.js";
import { ObjectCorrupt } from "./storage.errors.js";
import { takeStart } from "./take-start.js";

const HEADER: ByteRange = { start: 0, end: SEALED_HEADER_BYTES };

/**
 * Wraps a store so that bytes at rest are sealed with AES-256-GCM under `dataKey` (32 bytes), bound to their object
 * key (P28), in segments, so that any size and any range takes little memory. Without the data key nothing can be
 * read again, so destroying it erases every copy (P19).
 * Adds `ObjectCorrupt`, also while a body is read: what came before it is genuine, and the rest is not there.
 */
export function sealedStore(inner: ObjectStore, dataKey: Uint8Array): ObjectStore {
  if (dataKey.length !== 32) throw new RangeError("A data key has 32 bytes.");
  return new SealedStore(inner, dataKey);
}

class SealedStore implements ObjectStore {
  constructor(
    private readonly inner: ObjectStore,
    private readonly dataKey: Uint8Array,
  ) {}

  put(key: string, body: ObjectBody, options: { readonly contentType: string }): Promise<void> {
    const plain = body instanceof Uint8Array ? Readable.from([body]) : body;
    return this.inner.put(key, sealStream(this.dataKey, plain, key), options);
  }

  get(key: string, range?: ByteRange): Promise<ObjectContent> {
    return orCorrupt(key, range ? this.getRange(key, range) : this.getWhole(key));
  }

  async head(key: string): Promise<ObjectHead> {
    return orCorrupt(key, this.inner.head(key).then(withPlainSize));
  }

  /** Opens and seals again, since a sealed object is bound to its key. */
  async copy(fromKey: string, toKey: string): Promise<void> {
    parseObjectKey(toKey);
    const { body, contentType } = await this.get(fromKey);
    await this.put(toKey, body, { contentType });
  }

  delete(key: string): Promise<void> {
    return this.inner.delete(key);
  }

  async list(request: ListRequest): Promise<ObjectPage> {
    const page = await this.inner.list(request);
    return { ...page, objects: page.objects.map(withPlainSize) };
  }

  /** What a client puts by itself is not sealed. */
  async sign(key: string): Promise<null> {
    parseObjectKey(key);
    return null;
  }

  close(): void {
    this.inner.close();
  }

  private async getWhole(key: string): Promise<ObjectContent> {
    const { body, ...atRest } = await this.inner.get(key);
    try {
      const head = withPlainSize(atRest);
      const place = locateSealed(atRest.size, { start: 0, end: head.size });
      const { start, rest } = await takeStart(body, SEALED_HEADER_BYTES);
      return { ...head, body: this.opened(key, start, place, rest).once("close", () => body.destroy()) };
    } catch (error) {
      body.destroy();
      throw error;
    }
  }

  private async getRange(key: string, range: ByteRange): Promise<ObjectContent> {
    const { body: start, ...atRest } = await this.inner.get(key, HEADER);
    const header = await buffer(start);
    const head = withPlainSize(atRest);
    const place = locateSealed(atRest.size, clipRange(key, head.size, range));
    const { body } = await this.inner.get(key, { start: place.from, end: place.to });
    return { ...head, body: this.opened(key, header, place, body).once("close", () => body.destroy()) };
  }

  private opened(key: string, header: Buffer, place: SealedPlace, sealed: AsyncIterable<Uint8Array>): Readable {
    const plain = openStream(this.dataKey, { header, place, sealed }, key);
    return Readable.from(orCorruptWithin(key, plain), { objectMode: false });
  }
}

async function* orCorruptWithin(key: string, plain: AsyncIterable<Buffer>): AsyncGenerator<Buffer> {
  try {
    yield* plain;
  } catch (error) {
    throw asCorrupt(key, error);
  }
}

async function orCorrupt<T>(key: string, reading: Promise<T>): Promise<T> {
  try {
    return await reading;
  } catch (error) {
    throw asCorrupt(key, error);
  }
}

function asCorrupt(key: string, error: unknown): unknown {
  return error instanceof SealBroken ? new ObjectCorrupt(key, { cause: error }) : error;
}

function withPlainSize<T extends { readonly size: number }>(described: T): T {
  return { ...described, size: plainSizeOf(described.size) };
}

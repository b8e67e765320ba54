import { createCipheriv, createDecipheriv, createSecretKey, randomBytes, type KeyObject } from "node:crypto";
import { Readable } from "node:stream";
import { parseObjectKey } from "./object-key.js";
import type { ListRequest, ObjectBody, ObjectContent, ObjectHead, ObjectPage, ObjectStore } from "./object-store.js";
import { ObjectCorrupt, ObjectTooLarge } from "./storage.errors.js";

/** The first byte at rest names the layout; 1 is: version, nonce, tag, then the whole object sealed at once. */
const WHOLE_OBJECT = 1;
const NONCE_SIZE = 12;
const TAG_SIZE = 16;
const OVERHEAD = 1 + NONCE_SIZE + TAG_SIZE;

/** Above the 25 MB that an upload may have; a whole object is held in memory. */
export const MAX_SEALED_BYTES = 32 * 1024 * 1024;

/**
 * Wraps a store so that bytes at rest are sealed with AES-256-GCM (NIST SP 800-38D) under
 * `dataKey` (32 bytes), bound to their object key (P28). Without the data key nothing can be
 * read again, so destroying it erases every copy (P19).
 * Adds `ObjectCorrupt` for a wrong key or a changed byte, and `ObjectTooLarge` above 32 MiB.
 */
export function sealedStore(inner: ObjectStore, dataKey: Uint8Array): ObjectStore {
  if (dataKey.length !== 32) throw new RangeError("A data key has 32 bytes.");
  return new SealedStore(inner, createSecretKey(dataKey));
}

class SealedStore implements ObjectStore {
  constructor(
    private readonly inner: ObjectStore,
    private readonly dataKey: KeyObject,
  ) {}

  async put(key: string, body: ObjectBody, options: { readonly contentType: string }): Promise<ObjectHead> {
    const plain = await collect(key, body, MAX_SEALED_BYTES);
    return withPlainSize(await this.inner.put(key, seal(this.dataKey, key, plain), options));
  }

  /** Nothing is handed out before all of it is proven genuine. */
  async get(key: string): Promise<ObjectContent> {
    const { body, ...head } = await this.inner.get(key);
    const sealed = await collect(key, body, MAX_SEALED_BYTES + OVERHEAD);
    const plain = unseal(this.dataKey, key, sealed);
    return { ...head, size: plain.length, body: Readable.from([plain], { objectMode: false }) };
  }

  async head(key: string): Promise<ObjectHead> {
    return withPlainSize(await this.inner.head(key));
  }

  /** Opens and seals again, since a sealed object is bound to its key. */
  async copy(fromKey: string, toKey: string): Promise<ObjectHead> {
    parseObjectKey(toKey);
    const { body, contentType } = await this.get(fromKey);
    return this.put(toKey, body, { contentType });
  }

  delete(key: string): Promise<void> {
    return this.inner.delete(key);
  }

  async list(request: ListRequest): Promise<ObjectPage> {
    const page = await this.inner.list(request);
    return { ...page, objects: page.objects.map(withPlainSize) };
  }
}

function seal(dataKey: KeyObject, key: string, plain: Buffer): Buffer {
  const nonce = randomBytes(NONCE_SIZE);
  const cipher = createCipheriv("aes-256-gcm", dataKey, nonce, { authTagLength: TAG_SIZE });
  cipher.setAAD(associatedData(key));
  const sealed = Buffer.concat([cipher.update(plain), cipher.final()]);
  return Buffer.concat([Buffer.of(WHOLE_OBJECT), nonce, cipher.getAuthTag(), sealed]);
}

function unseal(dataKey: KeyObject, key: string, stored: Buffer): Buffer {
  if (stored.length < OVERHEAD || stored[0] !== WHOLE_OBJECT) throw new ObjectCorrupt(key);
  const nonce = stored.subarray(1, 1 + NONCE_SIZE);
  const decipher = createDecipheriv("aes-256-gcm", dataKey, nonce, { authTagLength: TAG_SIZE });
  decipher.setAAD(associatedData(key));
  decipher.setAuthTag(stored.subarray(1 + NONCE_SIZE, OVERHEAD));
  try {
    return Buffer.concat([decipher.update(stored.subarray(OVERHEAD)), decipher.final()]);
  } catch (error) {
    throw new ObjectCorrupt(key, { cause: error });
  }
}

/** The layout's version is bound too: an object cannot be passed off as one of another layout. */
function associatedData(key: string): Buffer {
  return Buffer.concat([Buffer.of(WHOLE_OBJECT), Buffer.from(key, "utf8")]);
}

async function collect(key: string, body: ObjectBody, maxBytes: number): Promise<Buffer> {
  const chunks: Uint8Array[] = [];
  let size = 0;
  for await (const chunk of body instanceof Uint8Array ? [body] : body) {
    size += chunk.length;
    if (size > maxBytes) throw new ObjectTooLarge(key, maxBytes);
    chunks.push(chunk);
  }
  return Buffer.concat(chunks, size);
}

function withPlainSize<T extends { readonly size: number }>(described: T): T {
  return { ...described, size: described.size - OVERHEAD };
}

import { newKey, open, seal } from "./seal.js";

/** Wraps data keys so that they can rest beside what they seal. A cloud KMS fits behind it. */
export interface KeyService {
  /** A new data key, and the same key wrapped for keeping. `context` binds it to its owner. */
  newDataKey(context: string): Promise<{ key: Buffer; wrapped: Buffer }>;
  /** The data key inside `wrapped`. @throws SealBroken if it belongs to another context */
  unwrap(wrapped: Uint8Array, context: string): Promise<Buffer>;
}

/** A key service over one local 256-bit master key. */
export function localKeyService(master: Uint8Array): KeyService {
  return {
    async newDataKey(context) {
      const key = newKey();
      return { key, wrapped: seal(master, key, `data-key:${context}`) };
    },
    async unwrap(wrapped, context) {
      return open(master, wrapped, `data-key:${context}`);
    },
  };
}

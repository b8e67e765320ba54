import { IV_BYTES, SealBroken, blindIndex, deriveKey, open, seal } from "../crypto/seal.js";
import { notFound } from "../error/codes.js";

/** The position of a row in an ordered list: its sort keys, the id last. */
export type CursorKeys = readonly (string | number | null)[];

/**
 * Makes and reads cursors. Sealed, so that a cursor shows no value, and bound to one account's list. The same position
 * has the same cursor, by a nonce that is a digest of it: readers who stand at one place can share what comes next.
 */
export class CursorCodec {
  readonly #key: Uint8Array;
  readonly #nonceKey: Uint8Array;

  constructor(key: Uint8Array) {
    this.#key = key;
    this.#nonceKey = deriveKey(key, "nonces");
  }

  encode(accountId: string, list: string, keys: CursorKeys): string {
    const [position, context] = [JSON.stringify(keys), `${accountId}|${list}`];
    const nonce = blindIndex(this.#nonceKey, `${context}|${position}`).subarray(0, IV_BYTES);
    return seal(this.#key, position, context, nonce).toString("base64url");
  }

  /** Whether a cursor was made for this account's list. */
  opens(accountId: string, list: string, cursor: string): boolean {
    try {
      this.decode(accountId, list, cursor);
      return true;
    } catch {
      return false;
    }
  }

  /** @throws NOT_FOUND if the cursor was made for another account or list, or was changed */
  decode(accountId: string, list: string, cursor: string): CursorKeys {
    try {
      return JSON.parse(open(this.#key, Buffer.from(cursor, "base64url"), `${accountId}|${list}`).toString("utf8"));
    } catch (error) {
      if (error instanceof SealBroken) throw notFound("position in this list: start again without a cursor");
      throw error;
    }
  }
}

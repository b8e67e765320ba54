import { SealBroken, open, seal } from "../crypto/seal.js";
import { notFound } from "../error/codes.js";

/** The position of a row in an ordered list: its sort keys, the id last. */
export type CursorKeys = readonly (string | number | null)[];

/** Makes and reads cursors. Sealed, so that a cursor shows no value, and bound to one account's list. */
export class CursorCodec {
  readonly #key: Uint8Array;

  constructor(key: Uint8Array) {
    this.#key = key;
  }

  encode(accountId: string, list: string, keys: CursorKeys): string {
    return seal(this.#key, JSON.stringify(keys), `${accountId}|${list}`).toString("base64url");
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

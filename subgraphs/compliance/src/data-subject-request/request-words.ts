import { blindIndex, deriveKey, open, seal } from "@studio/kit/crypto/seal.js";

/** Who somebody says they are, whom nobody has identified. */
export interface Claimant {
  firstName: string;
  lastName: string;
  email: string;
}

/** Which of a request's sealed texts. */
type Part = "statement" | "claimant" | "explanation";

/** A request, as far as its texts are bound to it: they open in no other. */
interface RequestKey {
  accountId: string;
  id: string;
}

/** Seals what is said in requests (AES-256-GCM, P28), and finds an email again without showing it. */
export class RequestWords {
  readonly #key: Uint8Array;
  readonly #indexKey: Uint8Array;

  constructor(masterKey: Uint8Array) {
    this.#key = deriveKey(masterKey, "data-subject-requests");
    this.#indexKey = deriveKey(masterKey, "data-subject-request-claimants");
  }

  seal(request: RequestKey, part: Part, text: string): Buffer {
    return seal(this.#key, text, contextOf(request, part));
  }

  /** @throws SealBroken if the bytes belong to another request or part */
  open(request: RequestKey, part: Part, sealed: Uint8Array): string {
    return open(this.#key, sealed, contextOf(request, part)).toString("utf8");
  }

  /** The digest of an email in one account. */
  indexOf(accountId: string, email: string): Buffer {
    return blindIndex(this.#indexKey, `${accountId}:${email.toLowerCase()}`);
  }
}

function contextOf({ accountId, id }: RequestKey, part: Part): string {
  return `data-subject-request:${accountId}:${id}:${part}`;
}

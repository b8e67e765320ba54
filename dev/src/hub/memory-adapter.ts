import type { Adapter, AdapterPayload } from "oidc-provider";

const MOST_ENTRIES = 5_000;
// Sign-ins under way name a grant too, and outlive it.
const GIVEN_BY_GRANT = new Set(["AccessToken", "AuthorizationCode", "RefreshToken"]);

/** Everything the provider remembers, of all kinds; the oldest goes when it is full. */
export class MemoryStore {
  readonly #entries = new Map<string, AdapterPayload>();

  get size(): number {
    return this.#entries.size;
  }

  get(key: string): AdapterPayload | undefined {
    return this.#entries.get(key);
  }

  set(key: string, payload: AdapterPayload): void {
    this.#entries.delete(key);
    this.#entries.set(key, payload);
    for (const oldest of this.#entries.keys()) {
      if (this.#entries.size <= MOST_ENTRIES) break;
      this.#entries.delete(oldest);
    }
  }

  find(isWanted: (payload: AdapterPayload) => boolean): AdapterPayload | undefined {
    for (const payload of this.#entries.values()) if (isWanted(payload)) return payload;
    return undefined;
  }

  delete(isUnwanted: (payload: AdapterPayload, key: string) => boolean): void {
    for (const [key, payload] of this.#entries) if (isUnwanted(payload, key)) this.#entries.delete(key);
  }
}

/** The provider's view of the store for one kind of entry; the provider itself minds expiry. */
export class MemoryAdapter implements Adapter {
  constructor(
    readonly kind: string,
    readonly store: MemoryStore,
  ) {}

  async upsert(id: string, payload: AdapterPayload): Promise<void> {
    this.store.set(this.#key(id), payload);
  }

  async find(id: string): Promise<AdapterPayload | undefined> {
    return this.store.get(this.#key(id));
  }

  async findByUid(uid: string): Promise<AdapterPayload | undefined> {
    return this.store.find((payload) => payload.kind === this.kind && payload.uid === uid);
  }

  async findByUserCode(): Promise<undefined> {
    return undefined;
  }

  async consume(id: string): Promise<void> {
    const payload = this.store.get(this.#key(id));
    if (payload !== undefined) payload.consumed = Math.floor(Date.now() / 1000);
  }

  async destroy(id: string): Promise<void> {
    this.store.delete((_, key) => key === this.#key(id));
  }

  async revokeByGrantId(grantId: string): Promise<void> {
    const isGiven = (key: string) => GIVEN_BY_GRANT.has(key.slice(0, key.indexOf(":")));
    this.store.delete((payload, key) => payload.grantId === grantId && isGiven(key));
  }

  #key(id: string): string {
    return `${this.kind}:${id}`;
  }
}

/**
 * Wake-up hints by account. Losing one costs latency only: readers poll as well, and the cursor is the truth.
 * A reader notes `version` before it reads, so a hint that comes meanwhile is not lost.
 */
export class Wakeups {
  readonly #versions = new Map<string, number>();
  readonly #waiters = new Map<string, Set<() => void>>();

  /** A number that grows with each hint for the account. */
  version(accountId: string): number {
    return this.#versions.get(accountId) ?? 0;
  }

  /** Wakes whoever waits for the account. */
  notify(accountId: string): void {
    if (!this.#waiters.has(accountId)) return;
    this.#versions.set(accountId, this.version(accountId) + 1);
    for (const wake of this.#waiters.get(accountId) ?? []) wake();
  }

  /** Wakes everybody: hints may have been lost. */
  notifyAll(): void {
    for (const accountId of this.#waiters.keys()) this.notify(accountId);
  }

  /** Keeps counting hints for an account until the returned function is called. */
  watch(accountId: string): () => void {
    const idle = () => {};
    this.#add(accountId, idle);
    return () => this.#remove(accountId, idle);
  }

  /** Resolves at a hint newer than `seen`, after `ms` (± 20 %), or when the signal aborts. */
  wait(accountId: string, seen: number, ms: number, signal: AbortSignal): Promise<void> {
    if (this.version(accountId) !== seen || signal.aborted) return Promise.resolve();
    return new Promise((resolve) => {
      const done = () => {
        clearTimeout(timer);
        signal.removeEventListener("abort", done);
        this.#remove(accountId, done);
        resolve();
      };
      const timer = setTimeout(done, ms * (0.8 + Math.random() * 0.4));
      signal.addEventListener("abort", done, { once: true });
      this.#add(accountId, done);
    });
  }

  #add(accountId: string, waiter: () => void): void {
    const waiters = this.#waiters.get(accountId) ?? new Set();
    this.#waiters.set(accountId, waiters.add(waiter));
  }

  #remove(accountId: string, waiter: () => void): void {
    const waiters = this.#waiters.get(accountId);
    waiters?.delete(waiter);
    if (waiters?.size === 0) {
      this.#waiters.delete(accountId);
      this.#versions.delete(accountId);
    }
  }
}

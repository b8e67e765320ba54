import { setImmediate as nextTurn } from "node:timers/promises";

/** What a reader waits for with others: null once it has left. */
export interface Joined<T> {
  answer: Promise<T | null>;
  leave(): void;
}

interface Wait<T> {
  key: string;
  readers: Set<PromiseWithResolvers<T | null>>;
  abandoned: AbortController;
}

/** So many are told before anything else has its turn: nothing waits for all of them, and what each needs dies young. */
const TOLD_AT_ONCE = 100;

/** Joins equal waits, so that readers who wait for the same need one timer and one read, however many they are. */
export class SharedWaits<T> {
  readonly #waits = new Map<string, Wait<T>>();

  /**
   * Begins a wait, or joins the equal one that has begun. `key` must name the credential and all that is asked.
   * @param begin is told by its signal when the last reader has left
   */
  join(key: string, begin: (abandoned: AbortSignal) => Promise<T | null>): Joined<T> {
    const wait = this.#waits.get(key) ?? this.#begin(key, begin);
    const reader = Promise.withResolvers<T | null>();
    wait.readers.add(reader);
    return { answer: reader.promise, leave: () => this.#leave(wait, reader) };
  }

  #begin(key: string, begin: (abandoned: AbortSignal) => Promise<T | null>): Wait<T> {
    const wait: Wait<T> = { key, readers: new Set(), abandoned: new AbortController() };
    this.#waits.set(key, wait);
    const tell = (one: (reader: PromiseWithResolvers<T | null>) => void) => {
      this.#end(wait);
      return tellInTurns(wait.readers, one);
    };
    void begin(wait.abandoned.signal).then(
      (value) => tell((reader) => reader.resolve(value)),
      (error: unknown) => tell((reader) => reader.reject(error)),
    );
    return wait;
  }

  #leave(wait: Wait<T>, reader: PromiseWithResolvers<T | null>): void {
    wait.readers.delete(reader);
    reader.resolve(null);
    if (wait.readers.size > 0) return;
    this.#end(wait);
    wait.abandoned.abort();
  }

  /** Who comes from now on begins anew. */
  #end(wait: Wait<T>): void {
    if (this.#waits.get(wait.key) === wait) this.#waits.delete(wait.key);
  }
}

async function tellInTurns<R>(readers: ReadonlySet<R>, tell: (reader: R) => void): Promise<void> {
  let told = 0;
  for (const reader of readers) {
    tell(reader);
    if (++told % TOLD_AT_ONCE === 0) await nextTurn();
  }
}

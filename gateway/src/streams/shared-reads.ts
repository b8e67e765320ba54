import type { PageResult } from "./page-result.js";
import { PAGE_KEY } from "./subscription-rewrite.js";

/**
 * Joins equal page reads, so that readers with one credential who ask the same behind the same cursor share one
 * execution. A page with events is shared while it is being read only; that there was nothing is kept a little longer.
 */
export class SharedReads {
  readonly #reads = new Map<string, Promise<PageResult>>();
  readonly #keptMs: number;

  constructor(keptMs: number) {
    this.#keptMs = keptMs;
  }

  /** Runs a read, or joins the equal one under way. `key` must name the credential and all that is asked. */
  join(key: string, read: () => Promise<PageResult>): Promise<PageResult> {
    const shared = this.#reads.get(key);
    if (shared) return shared;
    const own = read();
    this.#reads.set(key, own);
    const forget = () => void this.#reads.delete(key);
    own.then((result) => (isEmpty(result) ? setTimeout(forget, this.#keptMs).unref() : forget()), forget);
    return own;
  }
}

function isEmpty({ data, errors }: PageResult): boolean {
  return errors === undefined && data?.[PAGE_KEY]?.edges.length === 0;
}

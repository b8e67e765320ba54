import type { StreamConnection } from "./stream-connection.js";

/** Every connection that may hold streams, whichever transport it came by, so that all end together. */
export class OpenConnections {
  readonly #open = new Set<StreamConnection>();
  readonly #draining = new AbortController();
  #isDrained = false;

  /** Aborts when the gateway stops: streams then send their last cursor. */
  get draining(): AbortSignal {
    return this.#draining.signal;
  }

  /** One that comes when the others have been told connects anew at once. */
  add(connection: StreamConnection): void {
    this.#open.add(connection);
    if (this.#isDrained) connection.restart();
  }

  delete(connection: StreamConnection): void {
    this.#open.delete(connection);
  }

  /** Lets each stream send its last cursor, within `ms`, then has every client connect anew. */
  async drain(ms: number): Promise<void> {
    this.#draining.abort();
    await Promise.race([Promise.all([...this.#open].map((connection) => connection.drained())), timeout(ms)]);
    this.#isDrained = true;
    for (const connection of this.#open) connection.restart();
  }
}

function timeout(ms: number): Promise<void> {
  return new Promise((resolve) => void setTimeout(resolve, ms).unref());
}

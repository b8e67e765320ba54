import type { ShownCredential } from "../viewer/viewer-resolver.js";
import { streamEvents, type DatedPage, type EventLog, type StreamMessage } from "./event-stream.js";
import { guardStream } from "./guarded-stream.js";
import { joinWait, readAs } from "./read-as.js";
import type { Joined } from "./shared-waits.js";
import type { StreamServices } from "./stream-connection.js";
import type { PageQuery } from "./subscription-rewrite.js";

/** Whose stream it is. */
export interface StreamOwner {
  account: string;
  /** What they show now: it may be renewed while the stream runs. */
  shown(): ShownCredential;
  /** Passes an answer on; what they showed being refused ends the connection. */
  orRefuse<T>(answer: Promise<T>): Promise<T>;
  /** Called when a message was not taken within the limit. */
  stalled(): void;
}

/** One stream of a connection, from its subscription until its reader has gone. */
export class OpenStream {
  readonly #services: StreamServices;
  readonly #owner: StreamOwner;
  readonly #gone = new AbortController();
  readonly #drained = Promise.withResolvers<void>();
  #waiting: Joined<DatedPage> | null = null;

  /** @param gone called when its reader has gone */
  constructor(services: StreamServices, owner: StreamOwner, gone: () => void) {
    this.#services = services;
    this.#owner = owner;
    this.#gone.signal.addEventListener("abort", () => {
      this.#waiting?.leave();
      this.#drained.resolve();
      gone();
    });
  }

  /** Resolves when it has sent its last cursor. */
  get drained(): Promise<void> {
    return this.#drained.promise;
  }

  /** Ends it: its reader has gone. */
  end(): void {
    this.#gone.abort();
  }

  /** Its messages, which wait for the reader to take them. */
  messages(page: PageQuery, operationName: string | undefined): AsyncGenerator<StreamMessage, void, void> {
    const { wakeups, settings, draining } = this.#services;
    const { account } = this.#owner;
    const log: EventLog = {
      page,
      account,
      wakeups,
      settings,
      read: (query, variables) => {
        const reader = { shown: this.#owner.shown(), operationName };
        return this.#owner.orRefuse(readAs(this.#services, reader, account, { query, variables }));
      },
    };
    const messages = streamEvents({
      ...log,
      draining,
      gone: this.#gone.signal,
      follow: (cursor, seen) => this.#follow(log, operationName, { cursor, seen }),
    });
    return guardStream(messages, {
      gone: this.#gone,
      draining,
      drained: () => this.#drained.resolve(),
      stallMs: settings.stallMs,
      stalled: () => this.#owner.stalled(),
    });
  }

  async #follow(
    log: EventLog,
    operationName: string | undefined,
    place: { cursor: string | null; seen: number },
  ): Promise<DatedPage | null> {
    const shown = this.#owner.shown();
    this.#waiting = joinWait(this.#services, { shown, operationName }, log, place);
    try {
      return await this.#waiting.answer;
    } catch (error) {
      // Whoever renewed what they show meanwhile waits on with that: the end of the old one is not theirs.
      if (shown !== this.#owner.shown()) return this.#follow(log, operationName, place);
      return this.#owner.orRefuse(Promise.reject(error));
    }
  }
}

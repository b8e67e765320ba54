import type { MailboxMessage, NewMessage } from "./message.js";

const MOST_MESSAGES = 500;
const MOST_BYTES = 64 * 1024 * 1024;

/** No mail that was waited for came in time; the message lists those that did. */
export class MailDidNotCome extends Error {
  readonly code = "MAIL_DID_NOT_COME";

  constructor(timeoutMs: number, seen: readonly MailboxMessage[]) {
    const list = seen.slice(0, 10).map(({ to, subject }) => `${to.join(", ")}: ${subject}`);
    super(`No such mail came within ${timeoutMs} ms. The newest are:\n${list.join("\n") || "(none)"}`);
    this.name = "MailDidNotCome";
  }
}

/** The newest mails: 500 at most, 64 MiB at most. */
export class MessageStore {
  readonly #newestFirst: MailboxMessage[] = [];
  readonly #listeners = new Set<(message: MailboxMessage) => void>();
  #lastId = 0;
  #bytes = 0;

  /** The id is given here, so that the list is in its order and "after" an id skips nothing. */
  add(added: NewMessage): void {
    this.#lastId += 1;
    const message = { id: this.#lastId, ...added };
    this.#newestFirst.unshift(message);
    this.#bytes += message.bytes;
    while (this.#newestFirst.length > MOST_MESSAGES || this.#bytes > MOST_BYTES) {
      this.#bytes -= this.#newestFirst.pop()?.bytes ?? 0;
    }
    for (const listener of this.#listeners) listener(message);
  }

  /** Newest first; `to` is one recipient's address, `after` leaves out that id and those before it. */
  list({ to, after = 0 }: { to?: string; after?: number } = {}): MailboxMessage[] {
    const wanted = to?.toLowerCase();
    return this.#newestFirst.filter(
      (message) =>
        message.id > after && (wanted === undefined || message.to.some((address) => address.toLowerCase() === wanted)),
    );
  }

  find(id: number): MailboxMessage | undefined {
    return this.#newestFirst.find((message) => message.id === id);
  }

  /**
   * The newest mail that fits, now or once it comes.
   * @throws {MailDidNotCome} after `timeoutMs`.
   */
  async waitFor(isWanted: (message: MailboxMessage) => boolean, timeoutMs: number): Promise<MailboxMessage> {
    const present = this.#newestFirst.find(isWanted);
    if (present !== undefined) return present;
    const { promise, resolve, reject } = Promise.withResolvers<MailboxMessage>();
    const listener = (message: MailboxMessage) => {
      if (isWanted(message)) resolve(message);
    };
    this.#listeners.add(listener);
    const timer = setTimeout(() => reject(new MailDidNotCome(timeoutMs, this.#newestFirst)), timeoutMs);
    return promise.finally(() => {
      clearTimeout(timer);
      this.#listeners.delete(listener);
    });
  }
}

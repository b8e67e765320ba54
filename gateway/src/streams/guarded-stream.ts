import type { StreamMessage } from "./event-stream.js";

/** What a transport tells of, and does to, the reader of a stream. */
export interface StreamReader {
  gone: AbortController;
  draining: AbortSignal;
  /** Called when the stream has sent its last cursor because the gateway stops. */
  drained(): void;
  /** Called when a message was not taken within the limit. */
  stalled(): void;
  stallMs: number;
}

/**
 * Ties a stream to its reader. A message that is not taken in time ends the connection, and the cursor of the last
 * one taken resumes. When the gateway stops, the stream falls silent without completing, so that the client reconnects.
 */
export function guardStream(
  messages: AsyncGenerator<StreamMessage, void, void>,
  reader: StreamReader,
): AsyncGenerator<StreamMessage, void, void> {
  const guarded = passOn(messages, reader);
  const finish = guarded.return.bind(guarded);
  return Object.assign(guarded, {
    return: () => {
      reader.gone.abort();
      return finish();
    },
  });
}

async function* passOn(
  messages: AsyncGenerator<StreamMessage, void, void>,
  reader: StreamReader,
): AsyncGenerator<StreamMessage, void, void> {
  try {
    for await (const message of messages) {
      const timer = setTimeout(() => reader.stalled(), reader.stallMs);
      try {
        yield message;
      } finally {
        clearTimeout(timer);
      }
    }
    if (!reader.draining.aborted) return;
    reader.drained();
    await aborted(reader.gone.signal);
  } finally {
    reader.gone.abort();
  }
}

function aborted(signal: AbortSignal): Promise<void> {
  if (signal.aborted) return Promise.resolve();
  return new Promise((resolve) => signal.addEventListener("abort", () => resolve(), { once: true }));
}

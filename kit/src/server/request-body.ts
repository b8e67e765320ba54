import type { IncomingMessage, ServerResponse } from "node:http";

/** How long a client may go on sending what nobody reads, once it has its answer. */
const LINGER_MS = 2_000;

/**
 * The body of a request as a web stream. Whoever stops reading it early leaves the connection alone, so that the
 * answer still gets through; `drainOnceAnswered` sees to the rest.
 */
export function bodyOf(request: IncomingMessage): ReadableStream<Uint8Array> {
  const chunks = request.iterator({ destroyOnReturn: false });
  return new ReadableStream<Uint8Array>(
    {
      async pull(controller) {
        const { done, value } = await chunks.next();
        if (done) controller.close();
        else controller.enqueue(value as Uint8Array);
      },
    },
    { highWaterMark: 0 },
  );
}

/**
 * Takes the unread rest of a body off the wire once the answer is sent, and hangs up on who does not come to an end:
 * an unread body would hold its connection, and with it the server's stop, for ever.
 */
export function drainOnceAnswered(request: IncomingMessage, response: ServerResponse): void {
  response.once("finish", () => {
    if (request.complete) return;
    // Once it has come to its end, the connection is the next request's.
    const timer = setTimeout(() => !request.complete && request.destroy(), LINGER_MS);
    request.once("close", () => clearTimeout(timer));
    request.on("error", () => {});
    request.removeAllListeners("readable");
    request.resume();
  });
}

import type { FormattedExecutionResult, GraphQLFormattedError } from "graphql";
import type { StreamMessage } from "./event-stream.js";

/** A stream's message, or the one answer of a query or mutation. */
export type StreamedResult = StreamMessage | FormattedExecutionResult;

/** How messages lie in the body of an HTTP response. */
export interface StreamFormat {
  contentType: string;
  /** Sent at once: the client knows that it is heard. */
  opening: string;
  message(result: StreamedResult): string;
  /** Sent while nothing happens, so that nothing between takes the connection for dead. */
  heartbeat: string;
  /** The end after which a client does not come again: all was said, or asking again cannot help. */
  end(errors: readonly GraphQLFormattedError[]): string;
}

/**
 * Server-sent events as the GraphQL over SSE protocol has them (distinct connections mode): `next` and `complete`.
 * A message's `id` is its cursor, which `Last-Event-ID` brings back (WHATWG HTML § 9.2).
 */
export const SERVER_SENT_EVENTS: StreamFormat = {
  contentType: "text/event-stream; charset=utf-8",
  opening: "retry: 1000\n\n",
  message: (result) => {
    const cursor: unknown = result.extensions?.["cursor"];
    const id = typeof cursor === "string" ? `id: ${cursor}\n` : "";
    return `event: next\n${id}data: ${JSON.stringify(result)}\n\n`;
  },
  heartbeat: ":\n\n",
  end: (errors) => {
    const last = errors.length > 0 ? `event: next\ndata: ${JSON.stringify({ errors })}\n\n` : "";
    return `${last}event: complete\ndata: \n\n`;
  },
};

const part = (body: object) => `\r\ncontent-type: application/json\r\n\r\n${JSON.stringify(body)}\r\n--graphql`;

/** Apollo's multipart protocol for subscriptions over HTTP, version 1.0. A part ends where the next boundary begins. */
export const MULTIPART: StreamFormat = {
  contentType: 'multipart/mixed; boundary="graphql"; subscriptionSpec=1.0',
  opening: `\r\n--graphql${part({})}`,
  message: (result) => part({ payload: result }),
  heartbeat: part({}),
  end: (errors) => `${errors.length > 0 ? part({ payload: null, errors }) : ""}--\r\n`,
};

/** The format that a client's `Accept` asks for; null where it wants one plain answer. */
export function streamFormatOf(accept: string | undefined): StreamFormat | null {
  if (accept === undefined) return null;
  if (accept.includes("text/event-stream")) return SERVER_SENT_EVENTS;
  return /multipart\/mixed[^,]*;\s*subscriptionSpec=/i.test(accept) ? MULTIPART : null;
}

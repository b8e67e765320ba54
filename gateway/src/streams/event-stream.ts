import type { Wakeups } from "@studio/kit/events/wakeups.js";
import type { FormattedExecutionResult } from "graphql";
import { readPage, type PageReader } from "./page-reader.js";
import { errorsOfEvent } from "./page-result.js";
import type { PageQuery } from "./subscription-rewrite.js";

/** One message of a stream: an event, or a checkpoint, whose root field is null. `cursor` resumes after it. */
export type StreamMessage = FormattedExecutionResult<Record<string, unknown>> & { extensions: { cursor: string } };

export interface StreamSettings {
  pageSize: number;
  /** How long a reader that got no wake-up waits before it looks again (± 20 %). */
  pollMs: number;
  /** How long a page may be served after it was read: access is decided again for what is older. */
  maxPageAgeMs: number;
}

export interface EventStream {
  page: PageQuery;
  /** The account whose wake-ups concern this stream; null waits for the poll alone. */
  accountId: string | null;
  wakeups: Wakeups;
  read: PageReader;
  settings: StreamSettings;
  /** Ends the stream at once: the reader has gone. */
  gone: AbortSignal;
  /** Ends the stream after one last checkpoint: the gateway stops. */
  draining: AbortSignal;
}

/**
 * Reads a log page by page and yields its events in order, each with the cursor that resumes after it. Suspended
 * while the reader has not taken the last message, it holds at most one page. A stream without a cursor begins at
 * the head of the log and first yields a checkpoint; one that resumes gets it when it has caught up behind events that
 * it is not told of.
 * @throws the page's error if asking again cannot cure it, UNAVAILABLE if it could not be cured in time
 */
export async function* streamEvents(stream: EventStream): AsyncGenerator<StreamMessage, void, void> {
  const { page, wakeups, settings, gone, draining } = stream;
  const ended = AbortSignal.any([gone, draining]);
  const account = stream.accountId ?? "";
  const unwatch = wakeups.watch(account);
  let cursor = page.after;
  let told = page.after;
  let hasCaughtUp = false;
  try {
    while (!ended.aborted) {
      const seen = wakeups.version(account);
      const readAt = performance.now();
      const answer = await readPage(stream.read, page, cursor, settings.pageSize, ended);
      if (!answer) break;
      let stale = false;
      for (const [index, edge] of answer.page.edges.entries()) {
        stale = index > 0 && performance.now() - readAt > settings.maxPageAgeMs;
        if (stale || ended.aborted) break;
        const { node } = edge;
        const errors = errorsOfEvent(answer.errors, { index, node, responseKey: page.responseKey });
        yield message(page, node, edge.cursor, errors);
        cursor = told = edge.cursor;
      }
      if (stale || ended.aborted) continue;
      cursor = answer.page.endCursor ?? cursor;
      if (answer.page.hasMore) continue;
      if (!hasCaughtUp && cursor !== null && cursor !== told) {
        yield message(page, null, cursor);
        told = cursor;
      }
      hasCaughtUp = true;
      await wakeups.wait(account, seen, settings.pollMs, ended);
    }
    if (!gone.aborted && cursor !== null && cursor !== told) yield message(page, null, cursor);
  } finally {
    unwatch();
  }
}

function message(
  page: PageQuery,
  node: Record<string, unknown> | null,
  cursor: string,
  errors: NonNullable<FormattedExecutionResult["errors"]> = [],
): StreamMessage {
  return { data: { [page.responseKey]: node }, ...(errors.length > 0 && { errors }), extensions: { cursor } };
}

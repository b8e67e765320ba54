import type { Wakeups } from "@studio/kit/events/wakeups.js";
import type { FormattedExecutionResult } from "graphql";
import { readPage, type PageReader, type ReadPage } from "./page-reader.js";
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

/** A log as one reader sees it. */
export interface EventLog {
  page: PageQuery;
  /** The account whose wake-ups concern this log. */
  account: string;
  wakeups: Wakeups;
  read: PageReader;
  settings: StreamSettings;
}

/** A page, and when it was read: by this clock, and after so many wake-ups. */
export interface DatedPage extends ReadPage {
  readAt: number;
  seen: number;
}

export interface EventStream extends EventLog {
  /** Waits for what comes behind a cursor, as `awaitPage` does, together with all who wait for the same. */
  follow(cursor: string | null, seen: number): Promise<DatedPage | null>;
  /** Ends the stream at once: the reader has gone. */
  gone: AbortSignal;
  /** Ends the stream after one last checkpoint: the gateway stops. */
  draining: AbortSignal;
}

/** By how many events a page that was halved grows again with each that is told in time. */
const REGROWTH = 10;

/**
 * Reads a log page by page and yields its events in order, each with the cursor that resumes after it. Suspended
 * while the reader has not taken the last message, it holds at most one page. A page that got too old before all of it
 * was told is followed by one half as long: no whole pages are read for a slow reader, or on a busy platform. A stream
 * without a cursor begins at the head of the log and first yields a checkpoint; one that resumes gets it when it has
 * caught up behind events that it is not told of.
 * @throws the page's error if asking again cannot cure it, UNAVAILABLE if it could not be cured in time
 */
export async function* streamEvents(stream: EventStream): AsyncGenerator<StreamMessage, void, void> {
  const { page, account, wakeups, settings, gone, draining } = stream;
  const unwatch = wakeups.watch(account);
  let cursor = page.after;
  let told = page.after;
  let size = settings.pageSize;
  let hasCaughtUp = false;
  /** The last page, once the log has nothing behind it. */
  let last: DatedPage | null = null;
  try {
    while (!gone.aborted && !draining.aborted) {
      const answer: DatedPage | null = last
        ? await stream.follow(cursor, last.seen)
        : await readDated(stream, cursor, size, [gone, draining]);
      if (!answer) break;
      const { reached, isWhole } = yield* tellPage(stream, answer, last !== null);
      if (reached !== null) cursor = told = reached;
      last = null;
      size = isWhole ? Math.min(size + REGROWTH, settings.pageSize) : Math.ceil(size / 2);
      if (!isWhole) continue;
      cursor = answer.page.endCursor ?? cursor;
      if (answer.page.hasMore) continue;
      if (!hasCaughtUp && cursor !== null && cursor !== told) {
        yield message(page, null, cursor);
        told = cursor;
      }
      hasCaughtUp = true;
      last = answer;
    }
    if (!gone.aborted && cursor !== null && cursor !== told) yield message(page, null, cursor);
  } finally {
    unwatch();
  }
}

/**
 * Yields a page's events until the stream ends or the page is too old. The first is told in any case, so that there is
 * progress, unless the page `hasWaited`. @returns the cursor of the last that was told, and whether all were
 */
function* tellPage(
  { page, settings, gone, draining }: EventStream,
  { page: { edges }, errors, readAt }: DatedPage,
  hasWaited: boolean,
): Generator<StreamMessage, { reached: string | null; isWhole: boolean }, void> {
  let reached: string | null = null;
  for (const [index, { node, cursor }] of edges.entries()) {
    const mayBeOld = index > 0 || hasWaited;
    const isStale = mayBeOld && performance.now() - readAt > settings.maxPageAgeMs;
    if (isStale || gone.aborted || draining.aborted) return { reached, isWhole: false };
    yield message(page, node, cursor, errorsOfEvent(errors, { index, node, responseKey: page.responseKey }));
    reached = cursor;
  }
  return { reached, isWhole: !gone.aborted && !draining.aborted };
}

/** Waits until there is something behind a cursor that the reader has come to. @returns null if the signal aborted first */
export async function awaitPage(
  log: EventLog,
  cursor: string | null,
  seen: number,
  signal: AbortSignal,
): Promise<DatedPage | null> {
  const { account, wakeups, settings } = log;
  for (let known = seen; ;) {
    await wakeups.wait(account, known, settings.pollMs, signal);
    const answer = signal.aborted ? null : await readDated(log, cursor, settings.pageSize, [signal]);
    if (!answer || isNews(answer.page, cursor)) return answer;
    known = answer.seen;
  }
}

function isNews({ edges, endCursor, hasMore }: ReadPage["page"], cursor: string | null): boolean {
  return edges.length > 0 || hasMore || (endCursor !== null && endCursor !== cursor);
}

async function readDated(
  { account, wakeups, read, page }: EventLog,
  cursor: string | null,
  size: number,
  ended: readonly AbortSignal[],
): Promise<DatedPage | null> {
  const seen = wakeups.version(account);
  const readAt = performance.now();
  const answer = await readPage(read, page, cursor, size, ended);
  return answer && { ...answer, readAt, seen };
}

function message(
  page: PageQuery,
  node: Record<string, unknown> | null,
  cursor: string,
  errors: NonNullable<FormattedExecutionResult["errors"]> = [],
): StreamMessage {
  return { data: { [page.responseKey]: node }, ...(errors.length > 0 && { errors }), extensions: { cursor } };
}

import { setTimeout as sleep } from "node:timers/promises";
import { unavailable } from "@studio/kit/error/codes.js";
import { GraphQLError, type GraphQLFormattedError } from "graphql";
import { costShareOf, isPermanent, type EventPage, type PageResult } from "./page-result.js";
import { PAGE_KEY, type PageQuery } from "./subscription-rewrite.js";

/** Runs a page query through the ordinary pipeline, deciding anew who the reader is and what it may see. */
export type PageReader = (query: string, variables: Record<string, unknown>) => Promise<PageResult>;

/** A page, and the errors of its events. */
export interface ReadPage {
  page: EventPage;
  errors: readonly GraphQLFormattedError[];
}

const ATTEMPTS = 8;
const LONGEST_PAUSE_MS = 5_000;

/**
 * Reads the page after a cursor. Transient failures are tried again with growing pauses; nothing is skipped. A page
 * that costs more than its reader may ever spend is asked for smaller.
 * @returns null if one of the signals aborted first
 * @throws the error that asking again cannot cure, or UNAVAILABLE after the last attempt
 */
export async function readPage(
  read: PageReader,
  query: PageQuery,
  cursor: string | null,
  size: number,
  ended: readonly AbortSignal[],
): Promise<ReadPage | null> {
  let first = size;
  for (let attempt = 0; attempt < ATTEMPTS && !isAborted(ended); attempt++) {
    const variables = { ...query.variables, [query.afterVariable]: cursor, [query.firstVariable]: first };
    const result = await attemptRead(read, query.query, variables);
    const page = result.data?.[PAGE_KEY];
    const errors = result.errors ?? [];
    const transient = errors.some((error) => !isPermanent(error.extensions?.["code"]));
    if (page && !transient) return { page, errors };
    const costShare = costShareOf(result);
    if (!transient || (costShare > 1 && first === 1)) throw asError(errors[0]);
    if (costShare > 1) first = Math.max(1, Math.floor(first / costShare));
    else await pause(attempt, AbortSignal.any([...ended]));
  }
  if (isAborted(ended)) return null;
  throw unavailable("This stream is briefly unavailable. Subscribe again with the last cursor you received.");
}

/** A thrown permanent error ends the stream; any other counts as one more failed attempt. */
async function attemptRead(read: PageReader, query: string, variables: Record<string, unknown>): Promise<PageResult> {
  try {
    return await read(query, variables);
  } catch (error) {
    if (error instanceof GraphQLError && isPermanent(error.extensions["code"])) throw error;
    return { errors: [{ message: "The page could not be read." }] };
  }
}

function asError(error: GraphQLFormattedError | undefined): GraphQLError {
  if (!error) return unavailable("This stream has no page to read.");
  return new GraphQLError(error.message, { extensions: error.extensions ?? {} });
}

function isAborted(signals: readonly AbortSignal[]): boolean {
  return signals.some(({ aborted }) => aborted);
}

async function pause(attempt: number, signal: AbortSignal): Promise<void> {
  const ms = Math.min(LONGEST_PAUSE_MS, 50 * 2 ** attempt) * (0.5 + Math.random());
  try {
    await sleep(ms, undefined, { signal });
  } catch (error) {
    if (!signal.aborted) throw error;
  }
}

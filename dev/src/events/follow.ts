import { setTimeout as sleep } from "node:timers/promises";
import { EVENT_KINDS } from "@studio/identity/event/event-catalogue.js";
import { serverSent, StreamRefused } from "./server-sent.js";

const EVENT_IDS = new Set(Object.values(EVENT_KINDS).flatMap(({ ids }) => ids));

/** What is asked of an event: every id that one may carry; what it is not about is null. */
export const EVENT_FIELDS = ["id type version occurredAt", ...EVENT_IDS].join(" ");

/** An event as the graph tells it. */
export interface FollowedEvent {
  id: string;
  /** The graph's name, for example `SUBMISSION_SUBMITTED`. */
  type: string;
  version: number;
  occurredAt: string;
  [idField: string]: string | number | null;
}

/** A message of the log: an event, or null for a checkpoint, and the cursor that resumes behind it. */
export interface Followed {
  cursor: string;
  event: FollowedEvent | null;
}

export interface Source {
  graphUrl: string;
  token: string;
}

/** The stream ended for a reason that coming again cannot cure. */
export class FollowingEnded extends Error {
  override name = "FollowingEnded";
}

const PAUSE_MS = 500;

/**
 * Follows the log behind a cursor (none: from its head) over SSE. A lost connection is opened again behind the last
 * message that was taken. @throws FollowingEnded for an expired cursor or a credential that is not valid
 */
export async function* follow(
  { graphUrl, token }: Source,
  after: string | null,
  tell: (line: string) => void,
): AsyncGenerator<Followed, void, void> {
  let cursor = after;
  for (;;) {
    try {
      const query = `subscription { events { ${EVENT_FIELDS} } }`;
      for await (const { data } of serverSent<FollowedEvent>(
        graphUrl,
        token,
        query,
        cursor === null ? {} : { after: cursor },
      )) {
        if (!data?.extensions) throw new FollowingEnded(reasonOf(data?.errors) ?? "The stream was completed.");
        cursor = data.extensions.cursor;
        yield { cursor, event: data.data?.["events"] ?? null };
      }
    } catch (error) {
      if (error instanceof FollowingEnded) throw error;
      if (error instanceof StreamRefused && error.status < 500) throw new FollowingEnded(error.message);
    }
    tell("The connection is lost; coming again …");
    await sleep(PAUSE_MS);
  }
}

function reasonOf(errors: readonly { message: string; extensions: { code: string } }[] = []): string | null {
  const [error] = errors;
  return error ? `${error.extensions.code}: ${error.message}` : null;
}

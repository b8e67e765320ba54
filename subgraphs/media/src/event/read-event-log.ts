import type { GraphQLError } from "graphql";
import { EVENT_CURSORS } from "@studio/identity/event/event-catalogue.js";
import { badInput, forbidden } from "@studio/kit/error/codes.js";
import {
  checkUnbroken,
  headOf,
  placeBefore,
  readEvents,
  type LogPlace,
  type LoggedEvent,
} from "@studio/kit/events/read.js";
import { checkPageSize } from "@studio/kit/paging/connection.js";
import type { CursorKeys } from "@studio/kit/paging/cursor.js";
import { mayKnowEventOf } from "../access/reach.js";
import type { MediaContext } from "../context.js";
import { stretchOf, type Stretch } from "./stretch.policy.js";

/** Which part of the log is wanted. */
export interface LogRequest {
  after?: string | null;
  /** Instead of a cursor: the instant from which on. */
  since?: Date | null;
  first: number;
  /** The types as they lie in the log, at least one. */
  types: readonly string[];
  /** Leaves events out, beyond what the viewer may not know of. */
  passes?: (event: LoggedEvent) => boolean;
}

/** A stretch of the log, each event with the cursor behind it. */
export interface LogPage {
  edges: { cursor: string; event: LoggedEvent }[];
  endCursor: string;
  hasMore: boolean;
}

/**
 * A stretch of the account's event log behind a cursor. Without one it begins at the head, and `endCursor` is the
 * checkpoint from which nothing is missed. Access is decided per event: what the viewer may not know is passed over.
 * @throws NOT_FOUND for a cursor of another account, CURSOR_EXPIRED for one whose events are gone, BAD_USER_INPUT for
 * a page size out of bounds, both a cursor and an instant, or no type
 */
export async function readEventLog(context: MediaContext, field: string, request: LogRequest): Promise<LogPage> {
  checkPageSize(request.first);
  const { accountId } = context.viewer;
  if (accountId === null) throw forbidden(field, "you stand in no account");
  const { cursors } = context.services;
  const cursorOf = ({ position, day }: LogPlace) => cursors.encode(accountId, EVENT_CURSORS, [position, day]);
  if (request.after != null && request.since != null) throw badInput("Give a cursor or an instant, not both.", "since");
  if (request.types.length === 0) throw wouldMatchNothing("types");
  const after = request.after == null ? null : placeOf(cursors.decode(accountId, EVENT_CURSORS, request.after));
  const { events, end, hasMore } = await readStretch(context, accountId, after, request);
  const known = await knownTo(context, request.passes ? events.filter(request.passes) : events);
  return { edges: known.map((event) => ({ cursor: cursorOf(event), event })), endCursor: cursorOf(end), hasMore };
}

/** For an empty list: whoever follows it would wait for good, and think that nothing happens. */
export function wouldMatchNothing(argument: string): GraphQLError {
  return badInput(`Name at least one, or leave \`${argument}\` out for all: an empty list matches no event.`, argument);
}

function placeOf([position, day]: CursorKeys): LogPlace {
  return { position: Number(position), day: String(day) };
}

function readStretch(
  { services }: MediaContext,
  accountId: string,
  cursor: LogPlace | null,
  { first, types, since }: LogRequest,
): Promise<Stretch> {
  return services.db.inAccount(accountId, async (tx) => {
    const after = since ? await placeBefore(tx, accountId, since) : cursor;
    if (after === null) return { events: [], end: await headOf(tx, accountId), hasMore: false };
    const head = await checkUnbroken(tx, accountId, after);
    const rows = await readEvents(tx, accountId, { after, types, limit: first + 1 });
    return stretchOf(rows, { after, head, first });
  });
}

async function knownTo(context: MediaContext, events: LoggedEvent[]): Promise<LoggedEvent[]> {
  const contactOf = async ({ ids: { contactId } }: LoggedEvent) =>
    contactId === undefined ? null : context.loaders.publishedContact.load(contactId);
  const contacts = await Promise.all(events.map(contactOf));
  return events.filter(({ ids }, index) => mayKnowEventOf(context, ids["contactId"], contacts[index] ?? null));
}

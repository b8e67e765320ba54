import { EVENT_KINDS, type EventTypeKey } from "@studio/identity/event/event-catalogue.js";
import type { MediaContext } from "../context.js";
import type { EventPageArgs } from "./event.args.js";
import { Event, type EventPage } from "./event.type.js";
import { readEventLog } from "./read-event-log.js";

const ALL = Object.keys(EVENT_KINDS) as EventTypeKey[];

/** Everything that happened in the account behind a cursor of its log. @throws as `readEventLog` does */
export async function eventPage(
  context: MediaContext,
  { after = null, since = null, first, types }: EventPageArgs,
): Promise<EventPage> {
  const names = (types ?? ALL).map((type) => EVENT_KINDS[type].name);
  const { edges, ...page } = await readEventLog(context, "Query.eventPage", { after, since, first, types: names });
  return { ...page, edges: edges.map(({ cursor, event }) => ({ cursor, node: new Event(event) })) };
}

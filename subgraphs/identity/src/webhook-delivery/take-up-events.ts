import type { Tx } from "@studio/kit/db/database.js";
import {
  headOf,
  placeBefore,
  readEvents,
  unbrokenHead,
  type LogPlace,
  type LoggedEvent,
} from "@studio/kit/events/read.js";
import { CONTACT_READ_SCOPE } from "../access/decide-field-access.js";
import { EVENT_KINDS } from "../event/event-catalogue.js";
import type { WebhookEndpointRow } from "../webhook-endpoint/webhook-endpoint.repository.js";
import { addDeliveries } from "./webhook-delivery.repository.js";

/**
 * Puts at most `limit` events behind an endpoint's cursor on their way. The endpoint is locked: its cursor may be moved
 * back meanwhile. @returns how many, and whether the log may hold more
 */
export async function takeUpEvents(
  tx: Tx,
  endpoint: WebhookEndpointRow,
  now: Date,
  limit: number,
): Promise<{ count: number; hasMore: boolean }> {
  const { accountId, id: endpointId, position, day } = endpoint;
  const cursor = { position, day };
  const head = await unbrokenHead(tx, accountId, cursor);
  if (head === null) {
    await addDeliveries(tx, { accountId, endpointId }, [], await nextKept(tx, endpoint), now);
    return { count: 0, hasMore: true };
  }
  if (head.position === position) return { count: 0, hasMore: false };
  const events = await readEvents(tx, accountId, { after: cursor, types: typesOf(endpoint), limit });
  const isAll = events.length < limit;
  const end = isAll && head.position > lastOf(events, position) ? head : events.at(-1)!;
  const told = events.filter((event) => mayTell(endpoint, event));
  await addDeliveries(tx, { accountId, endpointId }, told, end, now);
  return { count: told.length, hasMore: !isAll };
}

/** What is no longer kept cannot be sent: the endpoint goes on with the first event that is, or where a restored log ends. */
async function nextKept(tx: Tx, { accountId, position }: WebhookEndpointRow): Promise<LogPlace> {
  const head = await headOf(tx, accountId);
  return position > head.position ? head : placeBefore(tx, accountId, new Date(0));
}

/** An integration may know that a contact exists if it may read contacts (the access matrix's first row). */
function mayTell({ scopes }: WebhookEndpointRow, { ids }: LoggedEvent): boolean {
  return ids["contactId"] === undefined || scopes.includes(CONTACT_READ_SCOPE);
}

function lastOf(events: LoggedEvent[], before: number): number {
  return events.at(-1)?.position ?? before;
}

function typesOf({ eventTypes }: WebhookEndpointRow): readonly string[] {
  return eventTypes ?? Object.values(EVENT_KINDS).map(({ name }) => name);
}

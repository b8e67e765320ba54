import { after, secondMs } from "@studio/kit/clock.js";
import { headOf, readEvents, unbrokenHead, type LoggedEvent } from "@studio/kit/events/read.js";
import { CONTACT_READ_SCOPE } from "../access/decide-field-access.js";
import { EVENT_KINDS } from "../event/event-catalogue.js";
import { disableEndpoint } from "../webhook-endpoint/disable-endpoint.js";
import { findWebhookEndpoint, type WebhookEndpointRow } from "../webhook-endpoint/webhook-endpoint.repository.js";
import { isGivenUp } from "./retry.policy.js";
import { sendDelivery, type WebhookWork } from "./send-delivery.js";
import { addDeliveries, firstOfThreads, type DeliveryRow } from "./webhook-delivery.repository.js";
import type { Turn } from "./webhook-turn.repository.js";

const EVENTS_A_TURN = 200;
const SENT_AT_ONCE = 10;

/** How long an endpoint with nothing to do is left alone if no wake-up comes. */
export const IDLE_MS = 5 * secondMs;

/**
 * Looks after one endpoint for a turn: puts what is new in the log on its way, then sends what is due, one event of a
 * thread at a time. @returns when it is to be looked after next; null if it is not in use
 */
export async function tendEndpoint(work: WebhookWork, { accountId, endpointId }: Turn): Promise<Date | null> {
  const { db, clock } = work;
  const endpoint = await db.inAccount(accountId, (tx) => findWebhookEndpoint(tx, accountId, endpointId));
  if (endpoint?.status !== "active") return null;
  const hasMore = await takeUpEvents(work, endpoint);
  const heads = await db.inAccount(accountId, (tx) => firstOfThreads(tx, accountId, endpointId, SENT_AT_ONCE));
  const now = clock.now();
  const due = heads.filter(({ nextAt }) => nextAt! <= now);
  const sent = await Promise.all(due.map((delivery) => sendDelivery(work, endpoint, delivery)));
  if (sent.some(({ isGone }) => isGone)) return disableEndpoint(work, endpoint, "gone");
  const isFailing =
    sent.length > 0 && sent.every(({ verdict }) => verdict.kind === "retry" || verdict.kind === "failed");
  if (isFailing && isGivenUp(endpoint.failingSince, now)) return disableEndpoint(work, endpoint, "failing");
  return hasMore || due.length > 0 ? now : nextTurn(heads, now);
}

function nextTurn(heads: DeliveryRow[], now: Date): Date {
  const idle = after(now, IDLE_MS);
  const [first] = heads;
  return first?.nextAt && first.nextAt < idle ? first.nextAt : idle;
}

/** @returns whether the log may hold more */
async function takeUpEvents({ db, clock }: WebhookWork, endpoint: WebhookEndpointRow): Promise<boolean> {
  const { accountId, id: endpointId, position, day } = endpoint;
  return db.inAccount(accountId, async (tx) => {
    const cursor = { position, day };
    const head = await unbrokenHead(tx, accountId, cursor);
    // What is no longer kept cannot be sent: the endpoint goes on where the log goes on.
    if (head === null) {
      await addDeliveries(tx, { accountId, endpointId }, [], await headOf(tx, accountId), clock.now());
      return false;
    }
    if (head.position === position) return false;
    const events = await readEvents(tx, accountId, { after: cursor, types: typesOf(endpoint), limit: EVENTS_A_TURN });
    const isAll = events.length < EVENTS_A_TURN;
    const end = isAll && head.position > lastOf(events, position) ? head : events.at(-1)!;
    const told = events.filter((event) => mayTell(endpoint, event));
    await addDeliveries(tx, { accountId, endpointId }, told, end, clock.now());
    return !isAll;
  });
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

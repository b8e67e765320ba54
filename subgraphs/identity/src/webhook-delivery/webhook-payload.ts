import { eventTypeKey, EVENT_KINDS } from "../event/event-catalogue.js";
import { toGlobalId } from "@studio/kit/paging/global-id.js";
import type { DeliveryRow } from "./webhook-delivery.repository.js";

/** What a receiver gets (Standard Webhooks' recommended form). Without a payload query it holds ids only. */
export interface WebhookBody {
  type: string;
  timestamp: string;
  data: Record<string, unknown>;
}

const TYPES: Readonly<Record<string, string>> = { duplicateId: "Contact" };

/** The body of a delivery: the ids of what it is about, as the graph writes them, and what the payload query read. */
export function webhookBody(delivery: DeliveryRow, read: Record<string, unknown> | null): string {
  const key = eventTypeKey(delivery.eventType);
  const ids = Object.entries(delivery.eventIds).map(([name, id]) => [
    name,
    toGlobalId(TYPES[name] ?? typeOf(name), id),
  ]);
  const body: WebhookBody = {
    type: delivery.eventType,
    timestamp: delivery.occurredAt.toISOString(),
    data: {
      id: toGlobalId("Event", delivery.eventId),
      version: key === null ? 1 : EVENT_KINDS[key].version,
      ...(Object.fromEntries(ids) as Record<string, string>),
      ...read,
    },
  };
  return JSON.stringify(body);
}

function typeOf(name: string): string {
  const type = name.replace(/Id$/, "");
  return `${type[0]?.toUpperCase()}${type.slice(1)}`;
}

import { toGlobalId } from "@studio/kit/paging/global-id.js";
import { eventTypeKey, EVENT_KINDS, globalEventIds } from "../event/event-catalogue.js";
import type { DeliveryRow } from "./webhook-delivery.repository.js";

/** What a receiver gets (Standard Webhooks' recommended form). Without a payload query it holds ids only. */
export interface WebhookBody {
  type: string;
  timestamp: string;
  data: Record<string, unknown>;
}

/** The body of a delivery: the ids of what it is about, as the graph writes them, and what the payload query read. */
export function webhookBody(delivery: DeliveryRow, read: Record<string, unknown> | null): string {
  const key = eventTypeKey(delivery.eventType);
  const body: WebhookBody = {
    type: delivery.eventType,
    timestamp: delivery.occurredAt.toISOString(),
    data: {
      id: toGlobalId("Event", delivery.eventId),
      version: key === null ? 1 : EVENT_KINDS[key].version,
      ...globalEventIds(delivery.eventIds),
      ...read,
    },
  };
  return JSON.stringify(body);
}

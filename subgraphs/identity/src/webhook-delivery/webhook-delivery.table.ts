import { sql } from "drizzle-orm";
import {
  bigint,
  check,
  foreignKey,
  index,
  integer,
  jsonb,
  primaryKey,
  text,
  uniqueIndex,
  uuid,
} from "drizzle-orm/pg-core";
import { accountId, identitySchema, instant } from "../columns.js";
import { webhookEndpoint } from "../webhook-endpoint/webhook-endpoint.table.js";
import { DELIVERY_STATUSES } from "./webhook-delivery.values.js";

/**
 * One event on its way to one endpoint. `thread` is what the event is about: of one thread, only the earliest that
 * waits is sent, so that order is kept there and no other waits for it. Ids only, no payload.
 */
export const webhookDelivery = identitySchema.table(
  "webhook_delivery",
  {
    accountId: accountId(),
    id: uuid("id").notNull(),
    endpointId: uuid("endpoint_id").notNull(),
    eventId: uuid("event_id").notNull(),
    eventType: text("event_type").notNull(),
    eventIds: jsonb("event_ids").$type<Record<string, string>>().notNull(),
    /** Where the event lies in the log; null for a test. */
    position: bigint("position", { mode: "number" }),
    day: text("day"),
    occurredAt: instant("occurred_at").notNull(),
    thread: text("thread").notNull(),
    status: text("status", { enum: DELIVERY_STATUSES }).notNull().default("pending"),
    /** How often it was tried since it was put on its way, or again by a replay. */
    attempts: integer("attempts").notNull().default(0),
    /** When it is tried next; null once it is settled. */
    nextAt: instant("next_at"),
    createdAt: instant("created_at").notNull(),
    settledAt: instant("settled_at"),
  },
  (t) => [
    primaryKey({ columns: [t.accountId, t.id] }),
    foreignKey({
      name: "webhook_delivery_endpoint",
      columns: [t.accountId, t.endpointId],
      foreignColumns: [webhookEndpoint.accountId, webhookEndpoint.id],
    }).onDelete("cascade"),
    uniqueIndex("webhook_delivery_once").on(t.accountId, t.endpointId, t.eventId),
    index("webhook_delivery_waiting")
      .on(t.accountId, t.endpointId, t.thread, t.position, t.id)
      .where(sql`${t.status} = 'pending'`),
    index("webhook_delivery_log").on(t.accountId, t.endpointId, t.createdAt, t.id),
    check("webhook_delivery_status", sql`${t.status} in ('pending', 'delivered', 'failed')`),
  ],
);

/** One try to deliver. What the receiver answered is kept as a short, redacted excerpt. */
export const webhookAttempt = identitySchema.table(
  "webhook_attempt",
  {
    accountId: accountId(),
    deliveryId: uuid("delivery_id").notNull(),
    number: integer("number").notNull(),
    at: instant("at").notNull(),
    durationMs: integer("duration_ms").notNull(),
    /** The HTTP status; null where nothing was answered. */
    status: integer("status"),
    error: text("error"),
    excerpt: text("excerpt"),
  },
  (t) => [
    primaryKey({ columns: [t.accountId, t.deliveryId, t.number] }),
    foreignKey({
      name: "webhook_attempt_delivery",
      columns: [t.accountId, t.deliveryId],
      foreignColumns: [webhookDelivery.accountId, webhookDelivery.id],
    }).onDelete("cascade"),
  ],
);

import { sql } from "drizzle-orm";
import { bigint, check, date, foreignKey, index, integer, primaryKey, text, uuid } from "drizzle-orm/pg-core";
import { account } from "../account/account.table.js";
import { accountId, bytea, identitySchema, instant } from "../columns.js";
import { WEBHOOK_STATUSES } from "./webhook-endpoint.values.js";

/**
 * Where an account's events are sent. `position` and `day` are its cursor over the event log: deliveries exist for all
 * that lies before it. `scopes` and `fieldGrants` are what its payload query may read. Secrets are sealed.
 */
export const webhookEndpoint = identitySchema.table(
  "webhook_endpoint",
  {
    accountId: accountId(),
    id: uuid("id").notNull(),
    url: text("url").notNull(),
    description: text("description").notNull(),
    /** Null for all. */
    eventTypes: text("event_types").array(),
    payloadQuery: text("payload_query"),
    scopes: text("scopes").array().notNull(),
    fieldGrants: uuid("field_grants").array().notNull(),
    status: text("status", { enum: WEBHOOK_STATUSES }).notNull().default("active"),
    disabledReason: text("disabled_reason"),
    secretSealed: bytea("secret_sealed").notNull(),
    previousSecretSealed: bytea("previous_secret_sealed"),
    previousSecretUntil: instant("previous_secret_until"),
    signingKeySealed: bytea("signing_key_sealed").notNull(),
    publicKey: text("public_key").notNull(),
    position: bigint("position", { mode: "number" }).notNull(),
    day: date("day", { mode: "string" }).notNull(),
    /** When the first of the failures since the last success happened. */
    failingSince: instant("failing_since"),
    createdAt: instant("created_at").notNull(),
    version: integer("version").notNull().default(1),
  },
  (t) => [
    primaryKey({ columns: [t.accountId, t.id] }),
    foreignKey({ name: "webhook_endpoint_account", columns: [t.accountId], foreignColumns: [account.accountId] }),
    index("webhook_endpoint_created").on(t.accountId, t.createdAt, t.id),
    check("webhook_endpoint_status", sql`${t.status} in ('active', 'paused', 'disabled')`),
  ],
);

/**
 * Which endpoint is to be looked after next: a directory, since whoever looks does not know the accounts. Whoever
 * claims one has it to themselves until `claimedUntil`. Ids and instants only.
 */
export const webhookTurn = identitySchema.table(
  "webhook_turn",
  {
    accountId: accountId(),
    endpointId: uuid("endpoint_id").notNull(),
    /** Null while the endpoint is paused or disabled. */
    nextAt: instant("next_at"),
    claimedUntil: instant("claimed_until"),
  },
  (t) => [
    primaryKey({ columns: [t.accountId, t.endpointId] }),
    foreignKey({
      name: "webhook_turn_endpoint",
      columns: [t.accountId, t.endpointId],
      foreignColumns: [webhookEndpoint.accountId, webhookEndpoint.id],
    }).onDelete("cascade"),
    index("webhook_turn_next").on(t.nextAt),
  ],
);

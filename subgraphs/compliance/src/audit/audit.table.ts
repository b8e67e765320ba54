import { sql } from "drizzle-orm";
import { bigint, check, index, jsonb, primaryKey, text, uniqueIndex, uuid } from "drizzle-orm/pg-core";
import { bytes, complianceSchema, instant } from "../database-schema.js";

/**
 * The audit trail: one hash chain per account. Rows enter through `compliance.append_audit` and stay as they are.
 * Ids are pseudonymous and `fields` holds names, never values, so erasing a person leaves the chain whole.
 */
export const auditEvent = complianceSchema.table(
  "audit_event",
  {
    accountId: uuid("account_id").notNull(),
    /** From 1, without gaps. */
    position: bigint("position", { mode: "number" }).notNull(),
    id: uuid("id").notNull(),
    at: instant("at").notNull(),
    actorKind: text("actor_kind").notNull(),
    actorId: text("actor_id"),
    action: text("action").notNull(),
    subjectType: text("subject_type").notNull(),
    subjectId: text("subject_id").notNull(),
    reason: text("reason"),
    requestId: text("request_id"),
    fields: jsonb("fields").$type<string[]>().notNull(),
    /** SHA-256 of the previous digest and this row's text; 32 bytes. */
    digest: bytes("digest").notNull(),
  },
  (table) => [
    primaryKey({ columns: [table.accountId, table.position] }),
    uniqueIndex("audit_event_by_id").on(table.accountId, table.id),
    index("audit_event_by_subject").on(table.accountId, table.subjectId, table.position),
    index("audit_event_by_actor").on(table.accountId, table.actorId, table.position),
    index("audit_event_by_time").on(table.accountId, table.at),
    check(
      "audit_event_actor_kind",
      sql`${table.actorKind} in ('anonymous', 'contact', 'member', 'api_client', 'staff', 'system')`,
    ),
    check("audit_event_fields", sql`jsonb_typeof(${table.fields}) = 'array'`),
  ],
);

/** Where each account's chain ends: its lock is what puts concurrent changes in a row. */
export const auditHead = complianceSchema.table(
  "audit_head",
  {
    accountId: uuid("account_id").notNull(),
    position: bigint("position", { mode: "number" }).notNull(),
    digest: bytes("digest").notNull(),
  },
  (table) => [primaryKey({ columns: [table.accountId] })],
);

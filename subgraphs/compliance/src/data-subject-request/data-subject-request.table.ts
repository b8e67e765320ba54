import { sql } from "drizzle-orm";
import { bigint, check, foreignKey, index, primaryKey, smallint, text, uniqueIndex, uuid } from "drizzle-orm/pg-core";
import { bytes, complianceSchema, instant } from "../database-schema.js";
import {
  DENIAL_GROUNDS,
  REQUEST_KINDS,
  REQUEST_ORIGINS,
  REQUEST_STATUSES,
  REQUEST_STEPS,
} from "./data-subject-request.values.js";

const oneOf = (values: readonly string[]) => sql.raw(values.map((value) => `'${value}'`).join(", "));

/** What a person asked for. Their words and who they say they are rest sealed. */
export const dataSubjectRequest = complianceSchema.table(
  "data_subject_request",
  {
    accountId: uuid("account_id").notNull(),
    id: uuid("id").notNull(),
    /** Null until somebody has found out who it is. */
    contactId: uuid("contact_id"),
    kind: text("kind", { enum: REQUEST_KINDS }).notNull(),
    status: text("status", { enum: REQUEST_STATUSES }).notNull(),
    origin: text("origin", { enum: REQUEST_ORIGINS }).notNull(),
    receivedAt: instant("received_at").notNull(),
    dueAt: instant("due_at").notNull(),
    statement: bytes("statement"),
    /** Who they say they are, where nobody has proven it. */
    claimant: bytes("claimant"),
    /** By which the same email's open request is found. */
    claimantIndex: bytes("claimant_index"),
    decidedAt: instant("decided_at"),
    denialGround: text("denial_ground", { enum: DENIAL_GROUNDS }),
    explanation: bytes("explanation"),
  },
  (table) => [
    primaryKey({ columns: [table.accountId, table.id] }),
    index("data_subject_request_by_contact").on(table.accountId, table.contactId, table.receivedAt, table.id),
    index("data_subject_request_due").on(table.accountId, table.dueAt, table.id),
    index("data_subject_request_received").on(table.accountId, table.receivedAt),
    uniqueIndex("data_subject_request_open_once")
      .on(table.accountId, table.contactId, table.kind)
      .where(sql`${table.status} = 'pending_review'`),
    uniqueIndex("data_subject_request_unverified_once")
      .on(table.accountId, table.claimantIndex, table.kind)
      .where(sql`${table.status} = 'identity_unverified'`),
    check("data_subject_request_kind", sql`${table.kind} in (${oneOf(REQUEST_KINDS)})`),
    check("data_subject_request_status", sql`${table.status} in (${oneOf(REQUEST_STATUSES)})`),
    check("data_subject_request_origin", sql`${table.origin} in (${oneOf(REQUEST_ORIGINS)})`),
    check("data_subject_request_ground", sql`(${table.status} = 'denied') = (${table.denialGround} is not null)`),
    check(
      "data_subject_request_identity",
      sql`${table.contactId} is not null or ${table.status} in ('identity_unverified', 'denied')`,
    ),
  ],
);

/** Each step of a request, in order, for the person to see. */
export const dataSubjectRequestStep = complianceSchema.table(
  "data_subject_request_step",
  {
    accountId: uuid("account_id").notNull(),
    requestId: uuid("request_id").notNull(),
    /** From 1. */
    place: smallint("place").notNull(),
    step: text("step", { enum: REQUEST_STEPS }).notNull(),
    at: instant("at").notNull(),
    /** Who made it, as the audit trail names kinds of actors. */
    actorKind: text("actor_kind").notNull(),
  },
  (table) => [
    primaryKey({ columns: [table.accountId, table.requestId, table.place] }),
    foreignKey({
      name: "data_subject_request_step_request",
      columns: [table.accountId, table.requestId],
      foreignColumns: [dataSubjectRequest.accountId, dataSubjectRequest.id],
    }),
    check("data_subject_request_step_step", sql`${table.step} in (${oneOf(REQUEST_STEPS)})`),
  ],
);

/** How many requests the whole platform holds: numbers alone, kept by a trigger. */
export const dataSubjectRequestCount = complianceSchema.table(
  "data_subject_request_count",
  {
    kind: text("kind", { enum: REQUEST_KINDS }).notNull(),
    status: text("status", { enum: REQUEST_STATUSES }).notNull(),
    count: bigint("count", { mode: "number" }).notNull(),
  },
  (table) => [primaryKey({ columns: [table.kind, table.status] })],
);

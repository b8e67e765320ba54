import { sql } from "drizzle-orm";
import { check, foreignKey, index, integer, jsonb, primaryKey, smallint, text, uuid } from "drizzle-orm/pg-core";
import type { MemberViewer } from "@studio/kit/auth/viewer.js";
import { account } from "../account/account.table.js";
import { accountId, identitySchema, instant } from "../columns.js";
import {
  BULK_ACTION_KINDS,
  BULK_ACTION_STATES,
  BULK_FAILURES,
  BULK_ROW_OUTCOMES,
  BULK_ROW_REFUSALS,
} from "./bulk-action.values.js";

/** Something that is done to many contacts in the background, by the member who asked for it. */
export const bulkAction = identitySchema.table(
  "bulk_action",
  {
    accountId: accountId(),
    id: uuid("id").notNull(),
    kind: text("kind", { enum: BULK_ACTION_KINDS }).notNull(),
    /** The group that contacts are added to or removed from. */
    groupId: uuid("group_id"),
    /** The studio that contacts are invited to. */
    studioId: uuid("studio_id"),
    /** The multi-select field, and its option that is added or removed. */
    fieldId: uuid("field_id"),
    optionId: text("option_id"),
    state: text("state", { enum: BULK_ACTION_STATES }).notNull(),
    failure: text("failure", { enum: BULK_FAILURES }),
    /** Who asked, as the audit names them. Their role is read anew for every batch. */
    startedBy: jsonb("started_by").$type<MemberViewer>().notNull(),
    requestId: text("request_id").notNull(),
    total: integer("total").notNull(),
    changed: integer("changed").notNull().default(0),
    unchanged: integer("unchanged").notNull().default(0),
    rejected: integer("rejected").notNull().default(0),
    /** How often a worker began since contacts were last dealt with: an action that keeps failing is given up. */
    attempts: smallint("attempts").notNull().default(0),
    createdAt: instant("created_at").notNull(),
    finishedAt: instant("finished_at"),
  },
  (t) => [
    primaryKey({ columns: [t.accountId, t.id] }),
    foreignKey({ name: "bulk_action_account", columns: [t.accountId], foreignColumns: [account.accountId] }),
    check("bulk_action_state", sql`${t.state} in ('queued', 'running', 'finished', 'cancelled', 'failed')`),
    check("bulk_action_group", sql`(${t.groupId} is not null) = (${t.kind} in ('add_to_group', 'remove_from_group'))`),
    check("bulk_action_studio", sql`(${t.studioId} is not null) = (${t.kind} = 'invite')`),
    check("bulk_action_field", sql`(${t.fieldId} is not null) = (${t.kind} in ('add_option', 'remove_option'))`),
    check("bulk_action_option", sql`(${t.optionId} is not null) = (${t.fieldId} is not null)`),
    check("bulk_action_failed_for_a_reason", sql`(${t.state} = 'failed') = (${t.failure} is not null)`),
  ],
);

/** One contact of a bulk action, in the order in which they were given. */
export const bulkActionRow = identitySchema.table(
  "bulk_action_row",
  {
    accountId: accountId(),
    bulkActionId: uuid("bulk_action_id").notNull(),
    position: integer("position").notNull(),
    contactId: uuid("contact_id").notNull(),
    outcome: text("outcome", { enum: BULK_ROW_OUTCOMES }).notNull().default("pending"),
    refusal: text("refusal", { enum: BULK_ROW_REFUSALS }),
  },
  (t) => [
    primaryKey({ columns: [t.accountId, t.bulkActionId, t.position] }),
    foreignKey({
      name: "bulk_action_row_action",
      columns: [t.accountId, t.bulkActionId],
      foreignColumns: [bulkAction.accountId, bulkAction.id],
    }).onDelete("cascade"),
    index("bulk_action_row_pending")
      .on(t.accountId, t.bulkActionId, t.position)
      .where(sql`${t.outcome} = 'pending'`),
    check("bulk_action_row_refused_for_a_reason", sql`(${t.outcome} = 'rejected') = (${t.refusal} is not null)`),
  ],
);

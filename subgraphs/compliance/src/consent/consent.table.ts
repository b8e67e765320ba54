import { sql } from "drizzle-orm";
import { check, index, integer, primaryKey, text, uuid } from "drizzle-orm/pg-core";
import { complianceSchema, instant } from "../database-schema.js";
import { CONSENT_STATES, PURPOSES } from "./consent.values.js";

/** What a contact has said last, per purpose. A purpose without a row was never consented to. */
export const consent = complianceSchema.table(
  "consent",
  {
    accountId: uuid("account_id").notNull(),
    contactId: uuid("contact_id").notNull(),
    purpose: text("purpose", { enum: PURPOSES }).notNull(),
    state: text("state", { enum: CONSENT_STATES }).notNull(),
    /** The studio whose text was shown, and the version of that text. */
    studioId: uuid("studio_id").notNull(),
    textVersion: integer("text_version").notNull(),
    changedAt: instant("changed_at").notNull(),
  },
  (table) => [
    primaryKey({ columns: [table.accountId, table.contactId, table.purpose] }),
    check("consent_state", sql`${table.state} in ('given', 'withdrawn')`),
  ],
);

/** Everything a contact has said, in order: the proof that a consent was given, to which text, and when. */
export const consentChange = complianceSchema.table(
  "consent_change",
  {
    accountId: uuid("account_id").notNull(),
    id: uuid("id").notNull(),
    contactId: uuid("contact_id").notNull(),
    purpose: text("purpose", { enum: PURPOSES }).notNull(),
    state: text("state", { enum: CONSENT_STATES }).notNull(),
    studioId: uuid("studio_id").notNull(),
    textVersion: integer("text_version").notNull(),
    changedAt: instant("changed_at").notNull(),
  },
  (table) => [
    primaryKey({ columns: [table.accountId, table.id] }),
    index("consent_change_by_contact").on(table.accountId, table.contactId, table.changedAt),
    check("consent_change_state", sql`${table.state} in ('given', 'withdrawn')`),
  ],
);

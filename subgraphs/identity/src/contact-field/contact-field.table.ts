import { sql } from "drizzle-orm";
import { boolean, check, foreignKey, integer, jsonb, primaryKey, text, uniqueIndex, uuid } from "drizzle-orm/pg-core";
import { account } from "../account/account.table.js";
import { accountId, identitySchema, instant } from "../columns.js";
import {
  FIELD_OWNERS,
  FIELD_STATES,
  FIELD_TYPES,
  SENSITIVITIES,
  type FieldOption,
  type FieldValidation,
  type Translation,
} from "./contact-field.policy.js";

/**
 * What an account collects about its contacts beyond name and email. The id never changes; values are kept under it.
 * `label` and `help` are in `defaultLocale`, other languages in `translations`. A deleted field's key is free again.
 */
export const contactField = identitySchema.table(
  "contact_field",
  {
    accountId: accountId(),
    id: uuid("id").notNull(),
    key: text("key").notNull(),
    defaultLocale: text("default_locale").notNull().default("en"),
    label: text("label").notNull(),
    help: text("help"),
    translations: jsonb("translations").$type<Record<string, Translation>>().notNull().default({}),
    type: text("type", { enum: FIELD_TYPES }).notNull(),
    sensitivity: text("sensitivity", { enum: SENSITIVITIES }).notNull(),
    owner: text("owner", { enum: FIELD_OWNERS }).notNull(),
    purpose: text("purpose").notNull(),
    options: jsonb("options").$type<FieldOption[]>().notNull().default([]),
    validation: jsonb("validation").$type<FieldValidation>().notNull().default({}),
    position: integer("position").notNull(),
    pinned: boolean("pinned").notNull().default(false),
    filterable: boolean("filterable").notNull().default(false),
    /** The column of `contact` that an indexed field has to itself, for example `text_3`; kept by the database. */
    indexSlot: text("index_slot"),
    /** Whether that column has every contact's value. */
    indexReady: boolean("index_ready").notNull().default(true),
    state: text("state", { enum: FIELD_STATES }).notNull().default("active"),
    version: integer("version").notNull().default(1),
    createdAt: instant("created_at").notNull(),
  },
  (t) => [
    primaryKey({ columns: [t.accountId, t.id] }),
    foreignKey({ name: "contact_field_account", columns: [t.accountId], foreignColumns: [account.accountId] }),
    uniqueIndex("contact_field_key_once")
      .on(t.accountId, t.key)
      .where(sql`${t.state} <> 'deleted'`),
    check("contact_field_key", sql`${t.key} ~ '^[a-z][a-z0-9_]{1,63}$'`),
    check("contact_field_sensitivity", sql`${t.sensitivity} in ('L0', 'L1', 'L2', 'L3')`),
    check("contact_field_owner", sql`${t.owner} in ('hr', 'admin', 'contact')`),
    check("contact_field_filterable", sql`not ${t.filterable} or ${t.sensitivity} in ('L0', 'L1')`),
    check("contact_field_state", sql`${t.state} in ('active', 'deprecated', 'archived', 'deleted')`),
  ],
);

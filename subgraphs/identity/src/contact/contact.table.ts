import { sql } from "drizzle-orm";
import { check, foreignKey, index, integer, jsonb, primaryKey, text, unique, uuid } from "drizzle-orm/pg-core";
import { account } from "../account/account.table.js";
import { accountId, bytea, identitySchema, instant } from "../columns.js";
import { CONTACT_STATUSES } from "./contact-status.js";

/**
 * A person whose photos are collected. `custom` holds L0 and L1 values by field id; `sealedCustom` holds L2 and L3
 * values by field id, each sealed under the contact's data key and written in base64. An erased contact has no email.
 * A contact that was merged into another is archived and keeps its values until it is erased.
 */
export const contact = identitySchema.table(
  "contact",
  {
    accountId: accountId(),
    id: uuid("id").notNull(),
    externalId: text("external_id"),
    firstName: text("first_name").notNull(),
    lastName: text("last_name").notNull(),
    email: text("email"),
    emailKey: text("email_key"),
    phoneSealed: bytea("phone_sealed"),
    custom: jsonb("custom").$type<Record<string, unknown>>().notNull().default({}),
    sealedCustom: jsonb("sealed_custom").$type<Record<string, string>>().notNull().default({}),
    status: text("status", { enum: CONTACT_STATUSES }).notNull(),
    /** What an archived contact was before. */
    archivedFrom: text("archived_from", { enum: CONTACT_STATUSES }),
    mergedInto: uuid("merged_into"),
    restrictedAt: instant("restricted_at"),
    version: integer("version").notNull().default(1),
    createdAt: instant("created_at").notNull(),
    updatedAt: instant("updated_at").notNull(),
  },
  (t) => [
    primaryKey({ columns: [t.accountId, t.id] }),
    foreignKey({ name: "contact_account", columns: [t.accountId], foreignColumns: [account.accountId] }),
    unique("contact_email_once").on(t.accountId, t.emailKey),
    unique("contact_external_id_once").on(t.accountId, t.externalId),
    index("contact_created").on(t.accountId, t.createdAt, t.id),
    index("contact_updated").on(t.accountId, t.updatedAt, t.createdAt, t.id),
    index("contact_by_name").on(t.accountId, t.lastName, t.firstName, t.createdAt, t.id),
    index("contact_by_first_name").on(t.accountId, t.firstName, t.createdAt, t.id),
    index("contact_by_status").on(t.accountId, t.status, t.createdAt, t.id),
    check("contact_status", sql`${t.status} in ('invited', 'unverified', 'verified', 'archived', 'erasing', 'erased')`),
    foreignKey({
      name: "contact_merged_into",
      columns: [t.accountId, t.mergedInto],
      foreignColumns: [t.accountId, t.id],
    }),
    index("contact_by_merged_into")
      .on(t.accountId, t.mergedInto)
      .where(sql`${t.mergedInto} is not null`),
    check(
      "contact_merged_is_archived",
      sql`${t.mergedInto} is null or ${t.status} in ('archived', 'erasing', 'erased')`,
    ),
    check("contact_email_present", sql`${t.emailKey} is not null or ${t.status} = 'erased'`),
  ],
);

/**
 * A contact's data key, wrapped by the key service. Deleting the row erases whatever the key sealed. After a merge the
 * duplicate's key seals photos of the survivor: it is held for the survivor, and goes when they are erased.
 */
export const contactKey = identitySchema.table(
  "contact_key",
  {
    accountId: accountId(),
    contactId: uuid("contact_id").notNull(),
    wrappedKey: bytea("wrapped_key").notNull(),
    /** Whose erasure destroys the key; null for the contact's own. */
    heldFor: uuid("held_for"),
  },
  (t) => [
    primaryKey({ columns: [t.accountId, t.contactId] }),
    index("contact_key_by_holder")
      .on(t.accountId, t.heldFor)
      .where(sql`${t.heldFor} is not null`),
    foreignKey({
      name: "contact_key_contact",
      columns: [t.accountId, t.contactId],
      foreignColumns: [contact.accountId, contact.id],
    }).onDelete("cascade"),
  ],
);

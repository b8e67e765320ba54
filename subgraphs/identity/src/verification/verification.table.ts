import { sql } from "drizzle-orm";
import { foreignKey, index, integer, primaryKey, text, uuid } from "drizzle-orm/pg-core";
import { accountId, bytea, identitySchema, instant } from "../columns.js";
import { contact } from "../contact/contact.table.js";

/**
 * A code on its way to a contact's mailbox. `codeHash` is keyed, since six digits alone could be guessed from a plain
 * digest; `codeSealed` is what the mail job opens, and is destroyed once the mail is sent.
 */
export const verification = identitySchema.table(
  "verification",
  {
    accountId: accountId(),
    id: uuid("id").notNull(),
    contactId: uuid("contact_id").notNull(),
    studioId: uuid("studio_id").notNull(),
    codeHash: bytea("code_hash").notNull(),
    codeSealed: bytea("code_sealed"),
    attempts: integer("attempts").notNull().default(0),
    createdAt: instant("created_at").notNull(),
    expiresAt: instant("expires_at").notNull(),
    /** The address that the code proves, where it is to become the contact's; gone once it is. */
    newEmail: text("new_email"),
    newEmailKey: text("new_email_key"),
    sentAt: instant("sent_at"),
    usedAt: instant("used_at"),
  },
  (t) => [
    primaryKey({ columns: [t.accountId, t.id] }),
    foreignKey({
      name: "verification_contact",
      columns: [t.accountId, t.contactId],
      foreignColumns: [contact.accountId, contact.id],
    }).onDelete("cascade"),
    index("verification_by_contact").on(t.accountId, t.contactId, t.studioId, t.createdAt, t.id),
    index("verification_by_new_email")
      .on(t.accountId, t.newEmailKey)
      .where(sql`${t.newEmailKey} is not null`),
  ],
);

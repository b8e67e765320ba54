import { foreignKey, index, primaryKey, unique, uuid } from "drizzle-orm/pg-core";
import { accountId, bytea, identitySchema, instant } from "../columns.js";
import { contact } from "../contact/contact.table.js";

/** A contact's session in one studio. The token itself is shown once and kept as a digest. */
export const session = identitySchema.table(
  "session",
  {
    accountId: accountId(),
    id: uuid("id").notNull(),
    tokenHash: bytea("token_hash").notNull(),
    contactId: uuid("contact_id").notNull(),
    studioId: uuid("studio_id").notNull(),
    createdAt: instant("created_at").notNull(),
    expiresAt: instant("expires_at").notNull(),
    revokedAt: instant("revoked_at"),
  },
  (t) => [
    primaryKey({ columns: [t.accountId, t.id] }),
    foreignKey({
      name: "session_contact",
      columns: [t.accountId, t.contactId],
      foreignColumns: [contact.accountId, contact.id],
    }).onDelete("cascade"),
    unique("session_token_once").on(t.accountId, t.tokenHash),
    index("session_by_contact").on(t.accountId, t.contactId),
  ],
);

import { foreignKey, index, integer, primaryKey, unique, uuid } from "drizzle-orm/pg-core";
import { accountId, bytea, identitySchema, instant } from "../columns.js";
import { contact } from "../contact/contact.table.js";

/**
 * A contact's private invitation to a studio. Its state follows from its instants. Sending it again gives it a new
 * link in the place of the old one. `tokenSealed` is what the mail job opens, and is destroyed once the mail is sent.
 */
export const invitation = identitySchema.table(
  "invitation",
  {
    accountId: accountId(),
    id: uuid("id").notNull(),
    contactId: uuid("contact_id").notNull(),
    studioId: uuid("studio_id").notNull(),
    tokenHash: bytea("token_hash").notNull(),
    tokenSealed: bytea("token_sealed"),
    /** How many links it has had: each has a mail of its own. */
    issues: integer("issues").notNull().default(1),
    /** The member who asked for it. */
    invitedBy: uuid("invited_by").notNull(),
    createdAt: instant("created_at").notNull(),
    /** When its link was made. */
    issuedAt: instant("issued_at").notNull(),
    expiresAt: instant("expires_at").notNull(),
    sentAt: instant("sent_at"),
    openedAt: instant("opened_at"),
    acceptedAt: instant("accepted_at"),
    revokedAt: instant("revoked_at"),
  },
  (t) => [
    primaryKey({ columns: [t.accountId, t.id] }),
    foreignKey({
      name: "invitation_contact",
      columns: [t.accountId, t.contactId],
      foreignColumns: [contact.accountId, contact.id],
    }).onDelete("cascade"),
    unique("invitation_token_once").on(t.accountId, t.tokenHash),
    index("invitation_by_contact").on(t.accountId, t.contactId, t.createdAt, t.id),
  ],
);

import { sql } from "drizzle-orm";
import { check, foreignKey, index, primaryKey, text, unique, uuid } from "drizzle-orm/pg-core";
import { account } from "../account/account.table.js";
import { accountId, bytea, identitySchema, instant } from "../columns.js";
import { MEMBER_STATUSES } from "./member-status.js";

const MEMBER_ROLES = ["owner", "admin", "coordinator", "privacy_officer"] as const;

/** A person working for an account. `issuer` and `subject` name them at the Hub, once they have signed in. */
export const member = identitySchema.table(
  "member",
  {
    accountId: accountId(),
    id: uuid("id").notNull(),
    name: text("name").notNull(),
    email: text("email").notNull(),
    emailKey: text("email_key").notNull(),
    role: text("role", { enum: MEMBER_ROLES }).notNull(),
    status: text("status", { enum: MEMBER_STATUSES }).notNull().default("invited"),
    issuer: text("issuer"),
    subject: text("subject"),
    createdAt: instant("created_at").notNull(),
  },
  (t) => [
    primaryKey({ columns: [t.accountId, t.id] }),
    foreignKey({ name: "member_account", columns: [t.accountId], foreignColumns: [account.accountId] }),
    index("member_created").on(t.accountId, t.createdAt, t.id),
    unique("member_email_once").on(t.accountId, t.emailKey),
    unique("member_hub_once").on(t.accountId, t.issuer, t.subject),
    check("member_role", sql`${t.role} in ('owner', 'admin', 'coordinator', 'privacy_officer')`),
    check("member_status", sql`${t.status} in ('invited', 'active', 'suspended', 'removed')`),
  ],
);

/**
 * Where a Hub user's accounts are found before an account is known: a directory, readable without an account.
 * So it holds no personal data: the email is a keyed digest, by which a first sign-in finds its invitations.
 */
export const hubMembership = identitySchema.table(
  "hub_membership",
  {
    accountId: accountId(),
    memberId: uuid("member_id").notNull(),
    emailIndex: bytea("email_index").notNull(),
    issuer: text("issuer"),
    subject: text("subject"),
  },
  (t) => [
    primaryKey({ columns: [t.accountId, t.memberId] }),
    foreignKey({
      name: "hub_membership_member",
      columns: [t.accountId, t.memberId],
      foreignColumns: [member.accountId, member.id],
    }),
    index("hub_membership_subject").on(t.issuer, t.subject),
    index("hub_membership_email").on(t.emailIndex),
  ],
);

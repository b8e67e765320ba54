import { foreignKey, primaryKey, unique, uuid } from "drizzle-orm/pg-core";
import { accountId, bytea, identitySchema, instant } from "../columns.js";
import { member } from "./member.table.js";

/**
 * The invitation that an invited member may still follow: one each, replaced when it is sent again, gone once it is
 * followed or withdrawn. `tokenSealed` is what the mail job opens, and is destroyed once the mail is sent.
 */
export const memberInvitation = identitySchema.table(
  "member_invitation",
  {
    accountId: accountId(),
    memberId: uuid("member_id").notNull(),
    id: uuid("id").notNull(),
    tokenHash: bytea("token_hash").notNull(),
    tokenSealed: bytea("token_sealed"),
    invitedBy: uuid("invited_by").notNull(),
    createdAt: instant("created_at").notNull(),
    expiresAt: instant("expires_at").notNull(),
    sentAt: instant("sent_at"),
  },
  (t) => [
    primaryKey({ columns: [t.accountId, t.memberId] }),
    foreignKey({
      name: "member_invitation_member",
      columns: [t.accountId, t.memberId],
      foreignColumns: [member.accountId, member.id],
    }).onDelete("cascade"),
    unique("member_invitation_id_once").on(t.accountId, t.id),
    unique("member_invitation_token_once").on(t.accountId, t.tokenHash),
  ],
);

import { foreignKey, index, primaryKey, text, uuid } from "drizzle-orm/pg-core";
import { accountId, identitySchema, instant } from "../columns.js";
import { member } from "../member/member.table.js";

/**
 * An account's leave for one staff person to look, until it expires; before an owner answers, the request for it.
 * `staffId` is their subject at the Hub.
 */
export const supportGrant = identitySchema.table(
  "support_grant",
  {
    accountId: accountId(),
    id: uuid("id").notNull(),
    staffId: text("staff_id").notNull(),
    scopes: text("scopes").array().notNull(),
    reason: text("reason").notNull(),
    grantedBy: uuid("granted_by"),
    createdAt: instant("created_at").notNull(),
    expiresAt: instant("expires_at"),
    revokedAt: instant("revoked_at"),
    grantedAt: instant("granted_at"),
    deniedAt: instant("denied_at"),
  },
  (t) => [
    primaryKey({ columns: [t.accountId, t.id] }),
    foreignKey({
      name: "support_grant_member",
      columns: [t.accountId, t.grantedBy],
      foreignColumns: [member.accountId, member.id],
    }),
    index("support_grant_by_staff").on(t.accountId, t.staffId, t.expiresAt),
    index("support_grant_created").on(t.accountId, t.createdAt, t.id),
  ],
);

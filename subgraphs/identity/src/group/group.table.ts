import { sql } from "drizzle-orm";
import { foreignKey, index, primaryKey, text, uniqueIndex, uuid } from "drizzle-orm/pg-core";
import { account } from "../account/account.table.js";
import { accountId, identitySchema, instant } from "../columns.js";
import { contact } from "../contact/contact.table.js";
import { member } from "../member/member.table.js";

/** The rule that two groups in use have not one name, as the database names it. */
export const GROUP_NAME_ONCE = "contact_group_name_once";

/** A set of contacts, by which coordinators are given their part of an account. An archived one gives them nothing. */
export const group = identitySchema.table(
  "contact_group",
  {
    accountId: accountId(),
    id: uuid("id").notNull(),
    name: text("name").notNull(),
    createdAt: instant("created_at").notNull(),
    archivedAt: instant("archived_at"),
  },
  (t) => [
    primaryKey({ columns: [t.accountId, t.id] }),
    foreignKey({ name: "contact_group_account", columns: [t.accountId], foreignColumns: [account.accountId] }),
    uniqueIndex(GROUP_NAME_ONCE)
      .on(t.accountId, sql`lower(${t.name})`)
      .where(sql`${t.archivedAt} is null`),
    index("contact_group_created").on(t.accountId, t.createdAt, t.id),
  ],
);

/** A contact in a group; a contact may be in several. */
export const groupContact = identitySchema.table(
  "group_contact",
  {
    accountId: accountId(),
    groupId: uuid("group_id").notNull(),
    contactId: uuid("contact_id").notNull(),
  },
  (t) => [
    primaryKey({ columns: [t.accountId, t.groupId, t.contactId] }),
    foreignKey({
      name: "group_contact_group",
      columns: [t.accountId, t.groupId],
      foreignColumns: [group.accountId, group.id],
    }).onDelete("cascade"),
    foreignKey({
      name: "group_contact_contact",
      columns: [t.accountId, t.contactId],
      foreignColumns: [contact.accountId, contact.id],
    }).onDelete("cascade"),
    index("group_contact_by_contact").on(t.accountId, t.contactId, t.groupId),
  ],
);

/** A coordinator's assignment to a group. */
export const memberGroup = identitySchema.table(
  "member_group",
  {
    accountId: accountId(),
    memberId: uuid("member_id").notNull(),
    groupId: uuid("group_id").notNull(),
  },
  (t) => [
    primaryKey({ columns: [t.accountId, t.memberId, t.groupId] }),
    foreignKey({
      name: "member_group_member",
      columns: [t.accountId, t.memberId],
      foreignColumns: [member.accountId, member.id],
    }).onDelete("cascade"),
    foreignKey({
      name: "member_group_group",
      columns: [t.accountId, t.groupId],
      foreignColumns: [group.accountId, group.id],
    }).onDelete("cascade"),
    index("member_group_by_group").on(t.accountId, t.groupId),
  ],
);

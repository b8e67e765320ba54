import { sql } from "drizzle-orm";
import { foreignKey, integer, jsonb, primaryKey, text, uniqueIndex, uuid } from "drizzle-orm/pg-core";
import { account } from "../account/account.table.js";
import { accountId, identitySchema, instant } from "../columns.js";
import type { ContactFilter } from "../contact-list/contact-filter.input.js";
import type { ContactOrder } from "../contact-list/contact-order.input.js";

/** The rule that two views of an account have not one name, as the database names it. */
export const VIEW_NAME_ONCE = "saved_view_name_once";

/** A way of looking at the account's contacts that its members share. Its arguments are checked again at each use. */
export const savedView = identitySchema.table(
  "saved_view",
  {
    accountId: accountId(),
    id: uuid("id").notNull(),
    name: text("name").notNull(),
    filter: jsonb("filter").$type<ContactFilter | null>(),
    search: text("search"),
    orderBy: jsonb("order_by").$type<ContactOrder[]>().notNull().default([]),
    /** The member who made it. */
    createdBy: uuid("created_by").notNull(),
    version: integer("version").notNull().default(1),
    createdAt: instant("created_at").notNull(),
    updatedAt: instant("updated_at").notNull(),
  },
  (t) => [
    primaryKey({ columns: [t.accountId, t.id] }),
    foreignKey({ name: "saved_view_account", columns: [t.accountId], foreignColumns: [account.accountId] }),
    uniqueIndex(VIEW_NAME_ONCE).on(t.accountId, sql`lower(${t.name})`),
  ],
);

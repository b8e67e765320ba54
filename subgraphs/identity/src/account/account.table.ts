import { sql } from "drizzle-orm";
import { check, primaryKey, text } from "drizzle-orm/pg-core";
import { accountId, identitySchema, instant } from "../columns.js";

/** An account's life: closing may be reopened until its deadline, erased is final. */
export const ACCOUNT_STATUSES = ["active", "closing", "erased"] as const;

export type AccountStatus = (typeof ACCOUNT_STATUSES)[number];

/** A client of the platform. It is its own tenant, so its id is the row's `account_id`. */
export const account = identitySchema.table(
  "account",
  {
    accountId: accountId(),
    name: text("name").notNull(),
    status: text("status", { enum: ACCOUNT_STATUSES }).notNull().default("active"),
    createdAt: instant("created_at").notNull(),
  },
  (t) => [
    primaryKey({ columns: [t.accountId] }),
    check("account_status", sql`${t.status} in ('active', 'closing', 'erased')`),
  ],
);

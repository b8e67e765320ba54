import { sql } from "drizzle-orm";
import { check, integer, jsonb, primaryKey, text } from "drizzle-orm/pg-core";
import { accountId, identitySchema, instant } from "../columns.js";
import { LOCALES, type Policies } from "./account.policy.js";

/** An account's life: closing may be reopened until its deadline, erased is final. */
const ACCOUNT_STATUSES = ["active", "closing", "erased"] as const;

export type AccountStatus = (typeof ACCOUNT_STATUSES)[number];

/** Where an account's data lies. Fixed when the account is opened. */
const ACCOUNT_REGIONS = ["eu", "us"] as const;

export type AccountRegion = (typeof ACCOUNT_REGIONS)[number];

/**
 * A client of the platform. It is its own tenant, so its id is the row's `account_id`. `policies` holds what
 * differs from the platform's defaults. While it is closing, its owner may reopen it until `reopenableUntil`.
 */
export const account = identitySchema.table(
  "account",
  {
    accountId: accountId(),
    name: text("name").notNull(),
    status: text("status", { enum: ACCOUNT_STATUSES }).notNull().default("active"),
    createdAt: instant("created_at").notNull(),
    defaultLocale: text("default_locale", { enum: LOCALES }).notNull().default("en"),
    region: text("region", { enum: ACCOUNT_REGIONS }).notNull().default("eu"),
    policies: jsonb("policies").$type<Partial<Policies>>().notNull().default({}),
    version: integer("version").notNull().default(1),
    closingSince: instant("closing_since"),
    reopenableUntil: instant("reopenable_until"),
    erasedAt: instant("erased_at"),
  },
  (t) => [
    primaryKey({ columns: [t.accountId] }),
    check("account_status", sql`${t.status} in ('active', 'closing', 'erased')`),
    check("account_locale", sql`${t.defaultLocale} in ('en', 'de', 'fr', 'es')`),
    check("account_region", sql`${t.region} in ('eu', 'us')`),
  ],
);

import { sql } from "drizzle-orm";
import { check, foreignKey, index, jsonb, primaryKey, text, uniqueIndex, uuid } from "drizzle-orm/pg-core";
import { account } from "../account/account.table.js";
import { accountId, bytea, identitySchema, instant } from "../columns.js";
import type { FieldDefinition } from "../contact-field/contact-field.policy.js";
import type { SpecialCategory } from "./refused-category.js";

const APPEAL_STATES = ["pending", "approved", "denied"] as const;

export type AppealState = (typeof APPEAL_STATES)[number];

/** An owner's case for one definition that was refused. An approval holds for its `digest` and for nothing else. */
export const fieldAppeal = identitySchema.table(
  "field_appeal",
  {
    accountId: accountId(),
    id: uuid("id").notNull(),
    digest: bytea("digest").notNull(),
    definition: jsonb("definition").$type<FieldDefinition>().notNull(),
    categories: jsonb("categories").$type<SpecialCategory[]>().notNull(),
    attestation: text("attestation").notNull(),
    filedBy: uuid("filed_by").notNull(),
    filedAt: instant("filed_at").notNull(),
    state: text("state", { enum: APPEAL_STATES }).notNull().default("pending"),
    reviewedBy: text("reviewed_by"),
    reviewedAt: instant("reviewed_at"),
    reason: text("reason"),
  },
  (t) => [
    primaryKey({ columns: [t.accountId, t.id] }),
    foreignKey({ name: "field_appeal_account", columns: [t.accountId], foreignColumns: [account.accountId] }),
    uniqueIndex("field_appeal_once")
      .on(t.accountId, t.digest)
      .where(sql`${t.state} <> 'denied'`),
    check("field_appeal_state", sql`${t.state} in ('pending', 'approved', 'denied')`),
    check("field_appeal_reviewed", sql`(${t.state} = 'pending') = (${t.reviewedBy} is null)`),
  ],
);

/** Which appeals wait for the platform's staff, of whichever account: ids only. */
export const openAppeal = identitySchema.table(
  "open_appeal",
  {
    accountId: accountId(),
    appealId: uuid("appeal_id").notNull(),
    filedAt: instant("filed_at").notNull(),
  },
  (t) => [primaryKey({ columns: [t.accountId, t.appealId] }), index("open_appeal_oldest").on(t.filedAt)],
);

import { foreignKey, index, jsonb, primaryKey, uniqueIndex, uuid } from "drizzle-orm/pg-core";
import { sql } from "drizzle-orm";
import { accountId, identitySchema, instant } from "../columns.js";
import { contact } from "./contact.table.js";
import type { MergeReceipt } from "./merge.policy.js";

/** Two contacts that were found to be one person. The receipt is what undoing needs: ids, names, a sealed external id. */
export const contactMerge = identitySchema.table(
  "contact_merge",
  {
    accountId: accountId(),
    id: uuid("id").notNull(),
    survivorId: uuid("survivor_id").notNull(),
    duplicateId: uuid("duplicate_id").notNull(),
    receipt: jsonb("receipt").$type<MergeReceipt>().notNull(),
    mergedAt: instant("merged_at").notNull(),
    undoneAt: instant("undone_at"),
  },
  (t) => [
    primaryKey({ columns: [t.accountId, t.id] }),
    foreignKey({
      name: "contact_merge_survivor",
      columns: [t.accountId, t.survivorId],
      foreignColumns: [contact.accountId, contact.id],
    }),
    foreignKey({
      name: "contact_merge_duplicate",
      columns: [t.accountId, t.duplicateId],
      foreignColumns: [contact.accountId, contact.id],
    }),
    uniqueIndex("contact_merge_once")
      .on(t.accountId, t.duplicateId)
      .where(sql`${t.undoneAt} is null`),
    index("contact_merge_by_survivor").on(t.accountId, t.survivorId),
  ],
);

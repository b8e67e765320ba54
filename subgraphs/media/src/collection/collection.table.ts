import { sql } from "drizzle-orm";
import { boolean, check, foreignKey, index, primaryKey, text, uuid } from "drizzle-orm/pg-core";
import { mediaSchema, moment } from "../database-schema.js";
import { submission } from "../submission/submission.table.js";
import { COLLECTION_STATES } from "./collection.values.js";

/** A studio's media as one thing: it stays until staff remove it (P13). */
export const collection = mediaSchema.table(
  "collection",
  {
    accountId: uuid("account_id").notNull(),
    id: uuid("id").notNull(),
    studioId: uuid("studio_id").notNull(),
    name: text("name").notNull(),
    /** Whether it holds whatever the studio holds; else what is in `collection_item`. */
    wholeStudio: boolean("whole_studio").notNull(),
    state: text("state", { enum: COLLECTION_STATES }).notNull(),
    /** When what was confirmed goes, while it is being removed. */
    removesAt: moment("removes_at"),
    createdAt: moment("created_at").notNull(),
  },
  (table) => [
    primaryKey({ columns: [table.accountId, table.id] }),
    index("collection_newest").on(table.accountId, table.createdAt, table.id),
    check("collection_removes", sql`(state = 'removing') = (removes_at is not null)`),
  ],
);

/** What a collection holds; of a whole studio, what was confirmed to go. */
export const collectionItem = mediaSchema.table(
  "collection_item",
  {
    accountId: uuid("account_id").notNull(),
    collectionId: uuid("collection_id").notNull(),
    submissionId: uuid("submission_id").notNull(),
  },
  (table) => [
    primaryKey({ columns: [table.accountId, table.collectionId, table.submissionId] }),
    foreignKey({
      columns: [table.accountId, table.collectionId],
      foreignColumns: [collection.accountId, collection.id],
    }).onDelete("cascade"),
    foreignKey({
      columns: [table.accountId, table.submissionId],
      foreignColumns: [submission.accountId, submission.id],
    }).onDelete("cascade"),
  ],
);

export type CollectionRow = typeof collection.$inferSelect;

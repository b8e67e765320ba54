import { integer, uuid } from "drizzle-orm/pg-core";
import { mediaSchema, moment } from "../database-schema.js";

/** One run of the reconciler over the whole store. Of no account: it holds counts only. */
export const storageCheck = mediaSchema.table("storage_check", {
  id: uuid("id").primaryKey(),
  startedAt: moment("started_at").notNull(),
  finishedAt: moment("finished_at"),
  objects: integer("objects").notNull().default(0),
  rows: integer("rows").notNull().default(0),
  orphansDeleted: integer("orphans_deleted").notNull().default(0),
  lost: integer("lost").notNull().default(0),
});

export type StorageCheckRow = typeof storageCheck.$inferSelect;

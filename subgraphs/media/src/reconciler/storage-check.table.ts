import { integer, text, uuid } from "drizzle-orm/pg-core";
import { mediaSchema, moment } from "../database-schema.js";

/** Nothing differed; what differed was repaired; or so much differed that an operator must look first. */
export const CHECK_OUTCOMES = ["agreed", "repaired", "left_alone"] as const;

export type CheckOutcome = (typeof CHECK_OUTCOMES)[number];

/** One run of the reconciler over the whole store. Of no account: it holds counts only. */
export const storageCheck = mediaSchema.table("storage_check", {
  id: uuid("id").primaryKey(),
  startedAt: moment("started_at").notNull(),
  finishedAt: moment("finished_at"),
  objects: integer("objects").notNull().default(0),
  rows: integer("rows").notNull().default(0),
  orphans: integer("orphans").notNull().default(0),
  lost: integer("lost").notNull().default(0),
  /** What came of it; null while it runs, or if it was cut short. */
  outcome: text("outcome", { enum: CHECK_OUTCOMES }),
});

export type StorageCheckRow = typeof storageCheck.$inferSelect;

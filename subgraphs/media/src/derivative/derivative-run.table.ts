import { foreignKey, integer, primaryKey, smallint, text, uuid } from "drizzle-orm/pg-core";
import { collection } from "../collection/collection.table.js";
import { mediaSchema, moment } from "../database-schema.js";
import { derivativeRecipe } from "./derivative-recipe.table.js";

/** A recipe being applied to photos that its studio has already: all of them, or those of a collection. */
export const derivativeRun = mediaSchema.table(
  "derivative_run",
  {
    accountId: uuid("account_id").notNull(),
    id: uuid("id").notNull(),
    studioId: uuid("studio_id").notNull(),
    recipeId: uuid("recipe_id").notNull(),
    /** The collection whose photos it covers; null for all of the studio's. */
    collectionId: uuid("collection_id"),
    status: text("status").$type<"running" | "complete" | "failed">().notNull(),
    /** Jobs that began since a photo was last dealt with: a run that goes no further is given up. */
    attempts: smallint("attempts").notNull().default(0),
    /** How many photos there were when it began, and how they came out so far. */
    total: integer("total").notNull(),
    made: integer("made").notNull().default(0),
    skipped: integer("skipped").notNull().default(0),
    failed: integer("failed").notNull().default(0),
    /** The last photo that is dealt with; the run goes on after it. */
    lastPhotoId: uuid("last_photo_id"),
    createdAt: moment("created_at").notNull(),
    finishedAt: moment("finished_at"),
  },
  (table) => [
    primaryKey({ columns: [table.accountId, table.id] }),
    foreignKey({
      columns: [table.accountId, table.recipeId],
      foreignColumns: [derivativeRecipe.accountId, derivativeRecipe.id],
    }).onDelete("cascade"),
    foreignKey({
      columns: [table.accountId, table.collectionId],
      foreignColumns: [collection.accountId, collection.id],
    }).onDelete("cascade"),
  ],
);

export type DerivativeRunRow = typeof derivativeRun.$inferSelect;

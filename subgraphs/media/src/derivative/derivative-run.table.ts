import { foreignKey, integer, primaryKey, text, uuid } from "drizzle-orm/pg-core";
import { mediaSchema, moment } from "../database-schema.js";
import { derivativeRecipe } from "./derivative-recipe.table.js";

/** A recipe being applied to every photo that its studio has already. */
export const derivativeRun = mediaSchema.table(
  "derivative_run",
  {
    accountId: uuid("account_id").notNull(),
    id: uuid("id").notNull(),
    studioId: uuid("studio_id").notNull(),
    recipeId: uuid("recipe_id").notNull(),
    status: text("status").$type<"running" | "complete">().notNull(),
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
  ],
);

export type DerivativeRunRow = typeof derivativeRun.$inferSelect;

import { jsonb, primaryKey, text, unique, uuid } from "drizzle-orm/pg-core";
import { mediaSchema, moment } from "../database-schema.js";
import type { Recipe } from "../imaging/recipe.js";

/**
 * A headshot that a studio wants of each of its photos besides the edited version. These are the studio's allow-list:
 * nothing else is made of a photo, ahead or on demand.
 */
export const derivativeRecipe = mediaSchema.table(
  "derivative_recipe",
  {
    accountId: uuid("account_id").notNull(),
    id: uuid("id").notNull(),
    studioId: uuid("studio_id").notNull(),
    /** What the studio calls it, for example `badge`. */
    name: text("name").notNull(),
    recipe: jsonb("recipe").$type<Recipe>().notNull(),
    recipeHash: text("recipe_hash").notNull(),
    createdAt: moment("created_at").notNull(),
  },
  (table) => [
    primaryKey({ columns: [table.accountId, table.id] }),
    unique("derivative_recipe_name").on(table.accountId, table.studioId, table.name),
    unique("derivative_recipe_once").on(table.accountId, table.studioId, table.recipeHash),
  ],
);

export type DerivativeRecipeRow = typeof derivativeRecipe.$inferSelect;

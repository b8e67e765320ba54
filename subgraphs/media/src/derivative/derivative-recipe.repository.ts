import { and, asc, eq, sql } from "drizzle-orm";
import type { Tx } from "@studio/kit/db/database.js";
import { idArray } from "@studio/kit/db/id-array.js";
import { derivativeRecipe, type DerivativeRecipeRow } from "./derivative-recipe.table.js";

/** The recipes of each studio, in the order in which they were added. */
export function findRecipesByStudio(
  tx: Tx,
  accountId: string,
  studioIds: readonly string[],
): Promise<DerivativeRecipeRow[]> {
  return tx
    .select()
    .from(derivativeRecipe)
    .where(
      and(eq(derivativeRecipe.accountId, accountId), sql`${derivativeRecipe.studioId} = any(${idArray(studioIds)})`),
    )
    .orderBy(asc(derivativeRecipe.createdAt), asc(derivativeRecipe.id))
    .prepare("media_derivative_recipes")
    .execute();
}

/** Keeps others from adding to a studio's list until the transaction ends: what is counted from here on is true. */
export async function lockRecipes(tx: Tx, studioId: string): Promise<void> {
  await tx.execute(sql`select pg_advisory_xact_lock(hashtextextended('media.recipes:' || ${studioId}, 0))`);
}

/** One recipe of the account, or null. */
export async function findRecipe(tx: Tx, accountId: string, id: string): Promise<DerivativeRecipeRow | null> {
  const [row] = await recipeOf(tx, accountId, id);
  return row ?? null;
}

/** The same, locked until the transaction ends: it is applied, or taken off the list, by one at a time. */
export async function lockRecipe(tx: Tx, accountId: string, id: string): Promise<DerivativeRecipeRow | null> {
  const [row] = await recipeOf(tx, accountId, id).for("update");
  return row ?? null;
}

function recipeOf(tx: Tx, accountId: string, id: string) {
  return tx
    .select()
    .from(derivativeRecipe)
    .where(and(eq(derivativeRecipe.accountId, accountId), eq(derivativeRecipe.id, id)))
    .$dynamic();
}

/** Adds a recipe; false if the studio has one of that name or with that outcome. */
export async function insertRecipe(tx: Tx, row: DerivativeRecipeRow): Promise<boolean> {
  const inserted = await tx.insert(derivativeRecipe).values(row).onConflictDoNothing().returning();
  return inserted.length > 0;
}

/** Takes a recipe from the studio's list. What was made by it stays until its photo is purged. */
export async function deleteRecipe(tx: Tx, { accountId, id }: DerivativeRecipeRow): Promise<void> {
  await tx.delete(derivativeRecipe).where(and(eq(derivativeRecipe.accountId, accountId), eq(derivativeRecipe.id, id)));
}

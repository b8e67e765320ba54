import { and, eq, getTableColumns, sql } from "drizzle-orm";
import type { Tx } from "@studio/kit/db/database.js";
import { idArray } from "@studio/kit/db/id-array.js";
import { derivative, type DerivativeRow } from "./derivative.table.js";
import { holdPhoto } from "./photo.repository.js";
import { photo } from "./photo.table.js";

/** The derivative that is the edited version of each photo, by its current recipe. */
export function findEditedVersions(tx: Tx, accountId: string, photoIds: readonly string[]): Promise<DerivativeRow[]> {
  return tx
    .select(getTableColumns(derivative))
    .from(derivative)
    .innerJoin(
      photo,
      and(
        eq(photo.accountId, derivative.accountId),
        eq(photo.id, derivative.photoId),
        eq(photo.recipeHash, derivative.recipeHash),
      ),
    )
    .where(and(eq(derivative.accountId, accountId), sql`${derivative.photoId} = any(${idArray(photoIds)})`))
    .prepare("media_edited_versions")
    .execute();
}

/** Everything that was made of each photo. */
export function findDerivatives(tx: Tx, accountId: string, photoIds: readonly string[]): Promise<DerivativeRow[]> {
  return tx
    .select()
    .from(derivative)
    .where(and(eq(derivative.accountId, accountId), sql`${derivative.photoId} = any(${idArray(photoIds)})`))
    .prepare("media_derivatives")
    .execute();
}

/** The derivative of a photo with this digest, or null. */
export async function findDerivativeByDigest(
  tx: Tx,
  accountId: string,
  photoId: string,
  digest: string,
): Promise<DerivativeRow | null> {
  const [row] = await tx
    .select()
    .from(derivative)
    .where(and(eq(derivative.accountId, accountId), eq(derivative.photoId, photoId), eq(derivative.digest, digest)));
  return row ?? null;
}

/** The derivative of a photo by this recipe, or null. */
export async function findDerivativeByRecipe(
  tx: Tx,
  accountId: string,
  photoId: string,
  recipeHash: string,
): Promise<DerivativeRow | null> {
  const [row] = await tx
    .select()
    .from(derivative)
    .where(
      and(eq(derivative.accountId, accountId), eq(derivative.photoId, photoId), eq(derivative.recipeHash, recipeHash)),
    );
  return row ?? null;
}

/** Adds a derivative unless the photo has one by that recipe. False if the photo was purged meanwhile. */
export async function insertDerivative(tx: Tx, row: DerivativeRow): Promise<boolean> {
  if (!(await holdPhoto(tx, { accountId: row.accountId, id: row.photoId }))) return false;
  await tx.insert(derivative).values(row).onConflictDoNothing();
  return true;
}

import { and, asc, eq, gt, sql } from "drizzle-orm";
import type { Tx } from "@studio/kit/db/database.js";
import { photo, type PhotoRow } from "../photo/photo.table.js";
import { derivativeRun, type DerivativeRunRow } from "./derivative-run.table.js";

/** One run of the account, or null. */
export async function findRun(tx: Tx, accountId: string, id: string): Promise<DerivativeRunRow | null> {
  const [row] = await tx
    .select()
    .from(derivativeRun)
    .where(and(eq(derivativeRun.accountId, accountId), eq(derivativeRun.id, id)));
  return row ?? null;
}

/** The run that applies a recipe at the moment, or null. */
export async function findRunning(tx: Tx, accountId: string, recipeId: string): Promise<DerivativeRunRow | null> {
  const [row] = await tx
    .select()
    .from(derivativeRun)
    .where(
      and(
        eq(derivativeRun.accountId, accountId),
        eq(derivativeRun.recipeId, recipeId),
        eq(derivativeRun.status, "running"),
      ),
    );
  return row ?? null;
}

export async function insertRun(
  tx: Tx,
  row: Pick<DerivativeRunRow, "accountId" | "id" | "studioId" | "recipeId" | "total" | "createdAt">,
): Promise<DerivativeRunRow> {
  const [run] = await tx
    .insert(derivativeRun)
    .values({ ...row, status: "running" })
    .returning();
  return run!;
}

/** Of how many of the studio's photos a further headshot can be made. */
export function countReadyPhotos(tx: Tx, accountId: string, studioId: string): Promise<number> {
  return tx.$count(photo, isReadyPhoto(accountId, studioId));
}

/** The studio's next photos after one, in the order of their ids. */
export function nextPhotos(
  tx: Tx,
  { accountId, studioId, lastPhotoId }: DerivativeRunRow,
  limit: number,
): Promise<PhotoRow[]> {
  return tx
    .select()
    .from(photo)
    .where(and(isReadyPhoto(accountId, studioId), lastPhotoId === null ? undefined : gt(photo.id, lastPhotoId)))
    .orderBy(asc(photo.id))
    .limit(limit);
}

export type PhotoOutcome = "made" | "skipped" | "failed";

/** Counts a photo as dealt with, once: false if another worker did so before. */
export async function countPhoto(
  tx: Tx,
  { accountId, id }: DerivativeRunRow,
  photoId: string,
  outcome: PhotoOutcome,
): Promise<boolean> {
  const rows = await tx
    .update(derivativeRun)
    .set({ lastPhotoId: photoId, [outcome]: sql`${derivativeRun[outcome]} + 1` })
    .where(
      and(
        eq(derivativeRun.accountId, accountId),
        eq(derivativeRun.id, id),
        sql`(${derivativeRun.lastPhotoId} is null or ${derivativeRun.lastPhotoId} < ${photoId}::uuid)`,
      ),
    )
    .returning({ id: derivativeRun.id });
  return rows.length > 0;
}

/** Running → complete. False if it was complete before. */
export async function completeRun(tx: Tx, { accountId, id }: DerivativeRunRow, finishedAt: Date): Promise<boolean> {
  const rows = await tx
    .update(derivativeRun)
    .set({ status: "complete", finishedAt })
    .where(and(eq(derivativeRun.accountId, accountId), eq(derivativeRun.id, id), eq(derivativeRun.status, "running")))
    .returning({ id: derivativeRun.id });
  return rows.length > 0;
}

function isReadyPhoto(accountId: string, studioId: string) {
  return and(eq(photo.accountId, accountId), eq(photo.studioId, studioId), eq(photo.status, "ready"));
}

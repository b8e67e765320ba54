import { and, asc, eq, gt, sql } from "drizzle-orm";
import type { Tx } from "@studio/kit/db/database.js";
import { isInCollection } from "../collection/collection-photo.sql.js";
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
  row: Pick<DerivativeRunRow, "accountId" | "id" | "studioId" | "collectionId" | "recipeId" | "total" | "createdAt">,
): Promise<DerivativeRunRow> {
  const [run] = await tx
    .insert(derivativeRun)
    .values({ ...row, status: "running" })
    .returning();
  return run!;
}

/** What a run goes through: a studio's photos, or a collection's of them. */
export type Covered = Pick<DerivativeRunRow, "accountId" | "studioId" | "collectionId">;

/** Of how many of the covered photos a further headshot can be made. */
export function countReadyPhotos(tx: Tx, covered: Covered): Promise<number> {
  return tx.$count(photo, isReadyPhoto(covered));
}

/** The run's next photos after the last one, in the order of their ids. */
export function nextPhotos(tx: Tx, run: DerivativeRunRow, limit: number): Promise<PhotoRow[]> {
  const { lastPhotoId } = run;
  return tx
    .select()
    .from(photo)
    .where(and(isReadyPhoto(run), lastPhotoId === null ? undefined : gt(photo.id, lastPhotoId)))
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
    .set({ lastPhotoId: photoId, attempts: 0, [outcome]: sql`${derivativeRun[outcome]} + 1` })
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

/** Counts one more job of a run; the run, or null if it is over. */
export async function countRunAttempt(tx: Tx, accountId: string, id: string): Promise<DerivativeRunRow | null> {
  const [row] = await tx
    .update(derivativeRun)
    .set({ attempts: sql`${derivativeRun.attempts} + 1` })
    .where(isRunning({ accountId, id }))
    .returning();
  return row ?? null;
}

/** Running → complete or failed. False if it was over before. */
export async function finishRun(
  tx: Tx,
  run: DerivativeRunRow,
  { status, finishedAt }: { status: "complete" | "failed"; finishedAt: Date },
): Promise<boolean> {
  const rows = await tx
    .update(derivativeRun)
    .set({ status, finishedAt })
    .where(isRunning(run))
    .returning({ id: derivativeRun.id });
  return rows.length > 0;
}

function isRunning({ accountId, id }: Pick<DerivativeRunRow, "accountId" | "id">) {
  return and(eq(derivativeRun.accountId, accountId), eq(derivativeRun.id, id), eq(derivativeRun.status, "running"));
}

function isReadyPhoto({ accountId, studioId, collectionId }: Covered) {
  return and(
    eq(photo.accountId, accountId),
    eq(photo.studioId, studioId),
    eq(photo.status, "ready"),
    collectionId === null ? undefined : isInCollection({ accountId, id: collectionId }),
  );
}

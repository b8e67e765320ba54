import { and, eq, inArray, ne, sql } from "drizzle-orm";
import type { Tx } from "@studio/kit/db/database.js";
import { idArray } from "@studio/kit/db/id-array.js";
import type { InspectedImage } from "../imaging/inspect-image.js";
import { submission } from "../submission/submission.table.js";
import { photo, type PhotoRow } from "./photo.table.js";
import type { PhotoFailure } from "./photo-failure.js";
import type { PhotoStep } from "./photo-step.js";

/** The account's photos among `ids`. */
export function findPhotos(tx: Tx, accountId: string, ids: readonly string[]): Promise<PhotoRow[]> {
  return tx
    .select()
    .from(photo)
    .where(and(eq(photo.accountId, accountId), sql`${photo.id} = any(${idArray(ids)})`))
    .prepare("media_photos")
    .execute();
}

/** One photo of the account, or null. */
export async function findPhoto(tx: Tx, accountId: string, id: string): Promise<PhotoRow | null> {
  const [row] = await findPhotos(tx, accountId, [id]);
  return row ?? null;
}

/** How many submissions of a contact in a studio, also withdrawn ones, wait for the photo that they began with. */
export function countOpenUploads(
  tx: Tx,
  { accountId, contactId, studioId }: Pick<PhotoRow, "accountId" | "contactId" | "studioId">,
): Promise<number> {
  const theirs = and(eq(photo.accountId, accountId), eq(photo.contactId, contactId), eq(photo.studioId, studioId));
  const begun = tx.select({ id: submission.photoId }).from(submission).where(eq(submission.accountId, accountId));
  return tx.$count(photo, and(theirs, eq(photo.status, "uploading"), inArray(photo.id, begun)));
}

export async function insertPhoto(tx: Tx, row: typeof photo.$inferInsert): Promise<PhotoRow> {
  const [inserted] = await tx.insert(photo).values(row).returning();
  return inserted!;
}

/** Whether a photo is not purged, which it cannot become until the transaction ends. */
export async function holdPhoto(tx: Tx, key: { accountId: string; id: string }): Promise<boolean> {
  const kept = await tx
    .select({ id: photo.id })
    .from(photo)
    .where(and(isPhoto(key), ne(photo.status, "purged")))
    .for("share");
  return kept.length > 0;
}

/** Uploading → processing. Null if the photo is not uploading any more: an upload link is used once. */
export async function acceptOriginal(
  tx: Tx,
  key: { accountId: string; id: string },
  original: { inspected: InspectedImage; objectKey: string; at: Date },
): Promise<PhotoRow | null> {
  const { format, width, height, byteLength, sha256 } = original.inspected;
  const [row] = await tx
    .update(photo)
    .set({
      status: "processing",
      format,
      width,
      height,
      bytes: byteLength,
      originalDigest: sha256,
      objectKey: original.objectKey,
      updatedAt: original.at,
    })
    .where(and(isPhoto(key), eq(photo.status, "uploading")))
    .returning();
  return row ?? null;
}

/** Uploading → purged. False if the photo is not uploading any more. */
export async function giveUpUpload(tx: Tx, key: { accountId: string; id: string }, at: Date): Promise<boolean> {
  const given = await tx
    .update(photo)
    .set({ status: "purged", updatedAt: at })
    .where(and(isPhoto(key), eq(photo.status, "uploading")))
    .returning({ id: photo.id });
  return given.length > 0;
}

/** Counts one more attempt at processing, or takes one back; null if the photo is not processing. */
export async function countAttempt(
  tx: Tx,
  key: { accountId: string; id: string },
  by: 1 | -1 = 1,
): Promise<PhotoRow | null> {
  const [row] = await tx
    .update(photo)
    .set({ attempts: sql`${photo.attempts} + ${by}` })
    .where(and(isPhoto(key), eq(photo.status, "processing")))
    .returning();
  return row ?? null;
}

/** Shows the step that begins, and the recipe of the edited version once that can be looked at. */
export async function beginStep(
  tx: Tx,
  key: { accountId: string; id: string },
  step: PhotoStep,
  edited: { recipeHash?: string } = {},
): Promise<boolean> {
  const rows = await tx
    .update(photo)
    .set({ step, ...edited })
    .where(and(isPhoto(key), eq(photo.status, "processing")))
    .returning({ id: photo.id });
  return rows.length > 0;
}

/** Processing → ready or failed. Null if the photo is not processing any more. */
export async function finishProcessing(
  tx: Tx,
  key: { accountId: string; id: string },
  outcome: { recipeHash: string } | { failureCode: PhotoFailure },
  at: Date,
): Promise<PhotoRow | null> {
  const status = "failureCode" in outcome ? ("failed" as const) : ("ready" as const);
  const [row] = await tx
    .update(photo)
    .set({ ...outcome, status, updatedAt: at })
    .where(and(isPhoto(key), eq(photo.status, "processing")))
    .returning();
  return row ?? null;
}

function isPhoto({ accountId, id }: { accountId: string; id: string }) {
  return and(eq(photo.accountId, accountId), eq(photo.id, id));
}

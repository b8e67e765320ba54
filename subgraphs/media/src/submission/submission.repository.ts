import { and, eq, sql } from "drizzle-orm";
import type { Tx } from "@studio/kit/db/database.js";
import { idArray } from "@studio/kit/db/id-array.js";
import { submission, type SubmissionRow } from "./submission.table.js";
import type { SubmissionStatus } from "./submission.values.js";

/** The account's submissions among `ids`. */
export function findSubmissions(tx: Tx, accountId: string, ids: readonly string[]): Promise<SubmissionRow[]> {
  return tx
    .select()
    .from(submission)
    .where(and(eq(submission.accountId, accountId), sql`${submission.id} = any(${idArray(ids)})`))
    .prepare("media_submissions")
    .execute();
}

/** The submission that each photo belongs to. */
export function findSubmissionsByPhoto(
  tx: Tx,
  accountId: string,
  photoIds: readonly string[],
): Promise<SubmissionRow[]> {
  return tx
    .select()
    .from(submission)
    .where(and(eq(submission.accountId, accountId), sql`${submission.photoId} = any(${idArray(photoIds)})`))
    .prepare("media_submissions_by_photo")
    .execute();
}

/** The submission of a photo, or null. */
export async function findSubmissionOfPhoto(tx: Tx, accountId: string, photoId: string): Promise<SubmissionRow | null> {
  const [row] = await findSubmissionsByPhoto(tx, accountId, [photoId]);
  return row ?? null;
}

/** The submission of a photo, locked until the transaction ends, or null. */
export async function lockSubmissionOfPhoto(tx: Tx, accountId: string, photoId: string): Promise<SubmissionRow | null> {
  const [row] = await tx
    .select()
    .from(submission)
    .where(and(eq(submission.accountId, accountId), eq(submission.photoId, photoId)))
    .for("update");
  return row ?? null;
}

/** Adds a draft. */
export async function insertDraft(
  tx: Tx,
  row: Pick<SubmissionRow, "accountId" | "id" | "contactId" | "studioId" | "photoId" | "createdAt">,
): Promise<void> {
  await tx.insert(submission).values({ ...row, status: "draft" });
}

/** Draft → in review, when its photo is ready to be looked at. Does nothing in any other state. */
export async function openForReview(tx: Tx, accountId: string, photoId: string): Promise<SubmissionRow | null> {
  const [row] = await tx
    .update(submission)
    .set({ status: "in_review", version: sql`${submission.version} + 1` })
    .where(and(eq(submission.accountId, accountId), eq(submission.photoId, photoId), eq(submission.status, "draft")))
    .returning();
  return row ?? null;
}

/** Writes that the contact submitted what they reviewed. The caller holds the row's lock and has decided. */
export async function markSubmitted(
  tx: Tx,
  { accountId, id }: SubmissionRow,
  submitted: { status: SubmissionStatus; reviewedDigest: string; submittedAt: Date },
): Promise<SubmissionRow> {
  const [row] = await tx
    .update(submission)
    .set({ ...submitted, version: sql`${submission.version} + 1` })
    .where(and(eq(submission.accountId, accountId), eq(submission.id, id)))
    .returning();
  return row!;
}

import { and, eq, inArray, sql } from "drizzle-orm";
import type { Tx } from "@studio/kit/db/database.js";
import { idArray } from "@studio/kit/db/id-array.js";
import { submissionShot } from "./submission-shot.table.js";
import { submission, type SubmissionRow } from "./submission.table.js";

/** The account's submissions among `ids`. */
export function findSubmissions(tx: Tx, accountId: string, ids: readonly string[]): Promise<SubmissionRow[]> {
  return tx
    .select()
    .from(submission)
    .where(and(eq(submission.accountId, accountId), sql`${submission.id} = any(${idArray(ids)})`))
    .prepare("media_submissions")
    .execute();
}

/** The submission that each photo is the chosen one of. */
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

/** The submission that a photo is a shot of, or null. */
export async function findSubmissionOfShot(tx: Tx, accountId: string, photoId: string): Promise<SubmissionRow | null> {
  const [row] = await submissionOfShot(tx, accountId, photoId);
  return row ?? null;
}

/** The same, locked until the transaction ends. */
export async function lockSubmissionOfShot(tx: Tx, accountId: string, photoId: string): Promise<SubmissionRow | null> {
  const [row] = await submissionOfShot(tx, accountId, photoId).for("update");
  return row ?? null;
}

function submissionOfShot(tx: Tx, accountId: string, photoId: string) {
  const ofShot = tx
    .select({ id: submissionShot.submissionId })
    .from(submissionShot)
    .where(and(eq(submissionShot.accountId, accountId), eq(submissionShot.photoId, photoId)));
  return tx
    .select()
    .from(submission)
    .where(and(eq(submission.accountId, accountId), inArray(submission.id, ofShot)))
    .$dynamic();
}

/** The account's submissions among `ids`, locked until the transaction ends, always in the same order. */
export function lockSubmissions(tx: Tx, accountId: string, ids: readonly string[]): Promise<SubmissionRow[]> {
  return tx
    .select()
    .from(submission)
    .where(and(eq(submission.accountId, accountId), sql`${submission.id} = any(${idArray(ids)})`))
    .orderBy(submission.id)
    .for("update");
}

/** Adds a draft with its first shot. */
export async function insertDraft(
  tx: Tx,
  row: Pick<SubmissionRow, "accountId" | "id" | "contactId" | "studioId" | "photoId" | "createdAt">,
): Promise<SubmissionRow> {
  const [draft] = await tx
    .insert(submission)
    .values({ ...row, status: "draft" })
    .returning();
  await insertShot(tx, draft!, row.photoId);
  return draft!;
}

/** Draft → in review, with the first of its shots that can be looked at. Does nothing in any other state. */
export async function openForReview(tx: Tx, accountId: string, photoId: string): Promise<SubmissionRow | null> {
  const draft = await lockSubmissionOfShot(tx, accountId, photoId);
  return draft?.status === "draft" ? changeSubmission(tx, draft, { status: "in_review", photoId }) : null;
}

/** Changes a submission and counts the change. The caller holds the row's lock and has decided. */
export async function changeSubmission(
  tx: Tx,
  { accountId, id }: Pick<SubmissionRow, "accountId" | "id">,
  changes: Partial<Omit<SubmissionRow, "accountId" | "id" | "version">>,
): Promise<SubmissionRow> {
  const [row] = await tx
    .update(submission)
    .set({ ...changes, version: sql`${submission.version} + 1` })
    .where(and(eq(submission.accountId, accountId), eq(submission.id, id)))
    .returning();
  return row!;
}

/** Adds a shot to a submission. */
export async function insertShot(
  tx: Tx,
  { accountId, id: submissionId }: Pick<SubmissionRow, "accountId" | "id">,
  photoId: string,
): Promise<void> {
  await tx.insert(submissionShot).values({ accountId, submissionId, photoId });
}

/** How many shots a submission has. */
export function countShots(tx: Tx, { accountId, id }: Pick<SubmissionRow, "accountId" | "id">): Promise<number> {
  return tx.$count(submissionShot, and(eq(submissionShot.accountId, accountId), eq(submissionShot.submissionId, id)));
}

/** How many of these submissions are the studio's. */
export function countOfStudio(
  tx: Tx,
  { accountId, studioId }: Pick<SubmissionRow, "accountId" | "studioId">,
  ids: readonly string[],
): Promise<number> {
  return tx.$count(
    submission,
    and(
      eq(submission.accountId, accountId),
      eq(submission.studioId, studioId),
      sql`${submission.id} = any(${idArray(ids)})`,
    ),
  );
}

import { and, asc, eq, getTableColumns, sql } from "drizzle-orm";
import type { Tx } from "@studio/kit/db/database.js";
import { idArray } from "@studio/kit/db/id-array.js";
import { photo, type PhotoRow } from "../photo/photo.table.js";
import { submissionShot } from "./submission-shot.table.js";
import type { SubmissionRow } from "./submission.table.js";

/** A photo, and the submission that it is a shot of. */
export interface Shot extends PhotoRow {
  submissionId: string;
}

/** The shots of submissions, each submission's in the order in which they were asked for. */
export function findShots(tx: Tx, accountId: string, submissionIds: readonly string[]): Promise<Shot[]> {
  return tx
    .select({ ...getTableColumns(photo), submissionId: submissionShot.submissionId })
    .from(submissionShot)
    .innerJoin(photo, and(eq(photo.accountId, submissionShot.accountId), eq(photo.id, submissionShot.photoId)))
    .where(
      and(
        eq(submissionShot.accountId, accountId),
        sql`${submissionShot.submissionId} = any(${idArray(submissionIds)})`,
      ),
    )
    .orderBy(asc(photo.createdAt), asc(photo.id));
}

/** Whether a submission has a shot that has not been purged. */
export async function hasShotLeft(tx: Tx, { accountId, id }: SubmissionRow): Promise<boolean> {
  const shots = await findShots(tx, accountId, [id]);
  return shots.some((shot) => shot.status !== "purged");
}

/** Notes that another shot was asked for instead of the version that was submitted. */
export async function refuseShot(tx: Tx, { accountId, photoId, reviewedDigest }: SubmissionRow): Promise<void> {
  await tx.update(submissionShot).set({ refusedDigest: reviewedDigest }).where(isShot(accountId, photoId));
}

/** The digest of the version of a shot that is not taken again, or null. */
export async function findRefusedDigest(tx: Tx, accountId: string, photoId: string): Promise<string | null> {
  const [shot] = await tx
    .select({ digest: submissionShot.refusedDigest })
    .from(submissionShot)
    .where(isShot(accountId, photoId));
  return shot?.digest ?? null;
}

function isShot(accountId: string, photoId: string) {
  return and(eq(submissionShot.accountId, accountId), eq(submissionShot.photoId, photoId));
}

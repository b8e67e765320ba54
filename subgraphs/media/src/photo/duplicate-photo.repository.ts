import { and, eq, exists, inArray, notInArray, sql } from "drizzle-orm";
import type { Tx } from "@studio/kit/db/database.js";
import { findRefusedDigest } from "../submission/submission-shot.repository.js";
import { submissionShot } from "../submission/submission-shot.table.js";
import { submission } from "../submission/submission.table.js";
import { CLOSED_STATUSES } from "../submission/submission.values.js";
import { findEditedVersions } from "./derivative.repository.js";
import { photo, type PhotoRow } from "./photo.table.js";

/** Uploads of one contact take turns from here on until the transaction ends. */
export async function takeTurn(
  tx: Tx,
  { accountId, contactId }: Pick<PhotoRow, "accountId" | "contactId">,
): Promise<void> {
  await tx.execute(sql`select pg_advisory_xact_lock(hashtextextended(${`${accountId}:${contactId}`}, 0))`);
}

/**
 * The same file, uploaded before by the same contact to the same studio, and not given up or closed since, or null.
 * The contact's uploads take turns from here on.
 */
export async function lockDuplicate(tx: Tx, of: PhotoRow, digest: string): Promise<PhotoRow | null> {
  await takeTurn(tx, of);
  return findDuplicate(tx, of, digest);
}

/** The same, for who only wants to know. */
export async function findDuplicate(
  tx: Tx,
  { accountId, contactId, studioId }: Pick<PhotoRow, "accountId" | "contactId" | "studioId">,
  digest: string,
): Promise<PhotoRow | null> {
  const theirs = and(eq(photo.accountId, accountId), eq(photo.contactId, contactId), eq(photo.studioId, studioId));
  const [row] = await tx
    .select()
    .from(photo)
    .where(
      and(
        theirs,
        eq(photo.originalDigest, digest),
        inArray(photo.status, ["processing", "ready"]),
        exists(openSubmissions(tx)),
      ),
    )
    .limit(1);
  return row ?? null;
}

/** Whether the studio asked for another photo instead of this one as it is: that is not taken again. */
export async function isRefused(tx: Tx, { accountId, id }: PhotoRow): Promise<boolean> {
  const [edited] = await findEditedVersions(tx, accountId, [id]);
  return edited !== undefined && edited.digest === (await findRefusedDigest(tx, accountId, id));
}

/** The submission that the photo is a shot of, unless that is closed. */
function openSubmissions(tx: Tx) {
  const same = and(eq(submission.accountId, submissionShot.accountId), eq(submission.id, submissionShot.submissionId));
  return tx
    .select({ id: submission.id })
    .from(submissionShot)
    .innerJoin(submission, same)
    .where(
      and(
        eq(submissionShot.accountId, photo.accountId),
        eq(submissionShot.photoId, photo.id),
        notInArray(submission.status, [...CLOSED_STATUSES]),
      ),
    );
}

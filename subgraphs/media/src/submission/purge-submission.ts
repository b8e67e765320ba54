import { changeState } from "@studio/kit/db/change.js";
import { newId } from "@studio/kit/id.js";
import type { MediaServices } from "../context.js";
import { holdObjectKeys, purgePhotos } from "../photo/purge-photo.repository.js";
import { findPublishedContacts } from "../published/published-contact.js";
import { allows } from "./submission.policy.js";
import { findShots } from "./submission-shot.repository.js";
import { changeSubmission, lockSubmissions } from "./submission.repository.js";

/**
 * Removes a submission's pictures for good, all its shots: the objects first, so that a run that is stopped finds what
 * is left by its rows; then the rows, with `submission.deleted`. Does nothing to what is purged already, nor while
 * processing of the contact is restricted (GDPR art. 18), which is asked right before the objects go.
 * @param part which part of the platform does so
 */
export async function purgeSubmission(
  { db, clock, wake, objects }: Pick<MediaServices, "db" | "clock" | "wake" | "objects">,
  part: string,
  accountId: string,
  id: string,
): Promise<void> {
  const viewer = { kind: "system", part } as const;
  const scope = { db, clock, wake, viewer, accountId, requestId: newId() };
  await changeState<void>(scope, async (change) => {
    const [submission] = await lockSubmissions(change.tx, accountId, [id]);
    if (!submission || !allows(submission.status, "purge")) return change.abandon();
    const { contactId, studioId, photoId } = submission;
    const shots = (await findShots(change.tx, accountId, [id])).map((shot) => shot.id);
    const keys = await holdObjectKeys(change.tx, accountId, shots);
    const [contact] = await findPublishedContacts(change.tx, accountId, [contactId]);
    if (contact?.restricted) return change.abandon();
    for (const key of keys) await objects.delete(key);
    await purgePhotos(change.tx, accountId, shots, clock.now());
    await changeSubmission(change.tx, submission, { status: "purged", reviewMessage: null });
    change.audit({ action: "submission.purged", subjectType: "Submission", subjectId: id });
    change.emit({ type: "submission.deleted", ids: { submissionId: id, contactId, studioId, photoId } });
  });
}

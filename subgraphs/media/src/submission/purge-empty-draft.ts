import type { Change } from "@studio/kit/db/change.js";
import type { PhotoRow } from "../photo/photo.table.js";
import { hasShotLeft } from "./submission-shot.repository.js";
import { changeSubmission, lockSubmissionOfShot } from "./submission.repository.js";

/** Purges the draft that a purged photo was the last shot of: nothing of it ever came in. */
export async function purgeEmptyDraft({ tx, audit, emit }: Change<void>, photo: PhotoRow): Promise<void> {
  const { accountId, id: photoId, contactId, studioId } = photo;
  const draft = await lockSubmissionOfShot(tx, accountId, photoId);
  if (draft?.status !== "draft" || (await hasShotLeft(tx, draft))) return;
  await changeSubmission(tx, draft, { status: "purged" });
  audit({ action: "submission.purged", subjectType: "Submission", subjectId: draft.id });
  emit({ type: "submission.deleted", ids: { submissionId: draft.id, contactId, studioId, photoId } });
}

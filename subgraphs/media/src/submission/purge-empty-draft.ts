import type { Change } from "@studio/kit/db/change.js";
import type { PhotoRow } from "../photo/photo.table.js";
import { hasShotLeft } from "./submission-shot.repository.js";
import { changeSubmission, lockSubmissionOfShot } from "./submission.repository.js";
import type { SubmissionStatus } from "./submission.values.js";

const WITHOUT_A_PHOTO: readonly SubmissionStatus[] = ["draft", "withdrawn"];

/** Purges the draft that a purged photo was the last shot of, also one that was taken back: nothing of it ever came in. */
export async function purgeEmptyDraft({ tx, audit, emit }: Change<void>, photo: PhotoRow): Promise<void> {
  const { accountId, id: photoId, contactId, studioId } = photo;
  const draft = await lockSubmissionOfShot(tx, accountId, photoId);
  if (!draft || !WITHOUT_A_PHOTO.includes(draft.status) || (await hasShotLeft(tx, draft))) return;
  await changeSubmission(tx, draft, { status: "purged" });
  audit({ action: "submission.purged", subjectType: "Submission", subjectId: draft.id });
  emit({ type: "submission.deleted", ids: { submissionId: draft.id, contactId, studioId, photoId } });
}

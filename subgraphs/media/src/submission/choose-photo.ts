import type { ContactViewer } from "@studio/kit/auth/viewer.js";
import { changeState } from "@studio/kit/db/change.js";
import { fromGlobalId } from "@studio/kit/paging/global-id.js";
import { changeScope, type MediaContext } from "../context.js";
import { findPhoto } from "../photo/photo.repository.js";
import { lockOwnSubmissionOfShot } from "./own-submission.js";
import { resealReviewMessage } from "./review-message.js";
import { PhotoNotReady, SubmissionStateConflict } from "./submission.errors.js";
import type { ChoosePhotoInput } from "./submission.input.js";
import { allows } from "./submission.policy.js";
import { changeSubmission } from "./submission.repository.js";
import type { SubmissionRow } from "./submission.table.js";

/**
 * Makes one of a submission's shots the chosen one. Submitting a shot chooses it as well.
 * @throws NOT_FOUND if the photo is not the contact's own, FORBIDDEN while processing of their data is restricted
 */
export function choosePhoto(
  context: MediaContext,
  viewer: ContactViewer,
  input: ChoosePhotoInput,
): Promise<SubmissionRow | PhotoNotReady | SubmissionStateConflict> {
  const photoId = fromGlobalId("Photo", input.photoId);
  const scope = changeScope(context, viewer.accountId);
  return changeState<SubmissionRow | PhotoNotReady | SubmissionStateConflict>(scope, async (change) => {
    const submission = await lockOwnSubmissionOfShot(change.tx, viewer, photoId, "Mutation.choosePhoto");
    if (!allows(submission.status, "choose"))
      return change.abandon(SubmissionStateConflict.at(["input", "photoId"], submission.status));
    const photo = await findPhoto(change.tx, viewer.accountId, photoId);
    if (photo?.status !== "ready") return change.abandon(new PhotoNotReady());
    if (submission.photoId === photoId) return change.abandon(submission);
    const reviewMessage = await resealReviewMessage(change.tx, context.services, submission, photo);
    const chosen = await changeSubmission(change.tx, submission, { photoId, reviewMessage });
    const subject = { subjectType: "Submission", subjectId: submission.id, fields: ["photoId"] };
    change.audit({ action: "submission.photo_chosen", ...subject });
    return chosen;
  });
}

import type { ContactViewer } from "@studio/kit/auth/viewer.js";
import { changeState, type Change } from "@studio/kit/db/change.js";
import { fromGlobalId } from "@studio/kit/paging/global-id.js";
import { changeScope, type MediaContext } from "../context.js";
import { findEditedVersions } from "../photo/derivative.repository.js";
import { consentsToProcessing } from "../published/published-consent.js";
import { findPublishedStudio, type PublishedStudio } from "../published/published-studio.js";
import { refuseByStudio, type IntakeError } from "../studio/studio-intake.js";
import { lockOwnSubmissionOfShot } from "./own-submission.js";
import {
  ConsentMissing,
  PhotoNotReady,
  RetakeNeeded,
  ReviewedVersionMismatch,
  SubmissionClosed,
} from "./submission.errors.js";
import type { SubmitPhotoInput } from "./submission.input.js";
import { findRefusedDigest } from "./submission-shot.repository.js";
import {
  refuseSubmitting,
  statusOnceSubmitted,
  type SubmittingFacts,
  type SubmittingRefusal,
} from "./submission.policy.js";
import { changeSubmission } from "./submission.repository.js";
import type { SubmissionRow } from "./submission.table.js";

const REFUSALS = {
  SUBMISSION_CLOSED: SubmissionClosed,
  PHOTO_NOT_READY: PhotoNotReady,
  REVIEWED_VERSION_MISMATCH: ReviewedVersionMismatch,
  RETAKE_NEEDED: RetakeNeeded,
  CONSENT_MISSING: ConsentMissing,
} as const satisfies Record<SubmittingRefusal, new () => object>;

export type SubmitPhotoError = InstanceType<(typeof REFUSALS)[SubmittingRefusal]> | IntakeError;

/**
 * Submits one of the contact's shots, in the very version they reviewed (P04): for the first time, after taking the
 * submission back, or after a retake was asked for. Of two at once, one wins.
 * @throws NOT_FOUND if the photo is not the contact's own, FORBIDDEN while processing of their data is restricted
 */
export function submitPhoto(
  context: MediaContext,
  viewer: ContactViewer,
  { photoId, reviewedDigest }: SubmitPhotoInput,
): Promise<SubmissionRow | SubmitPhotoError> {
  const id = fromGlobalId("Photo", photoId);
  const scope = changeScope(context, viewer.accountId);
  return changeState<SubmissionRow | SubmitPhotoError>(scope, async (change) => {
    const submission = await lockOwnSubmissionOfShot(change.tx, viewer, id, "Mutation.submitPhoto");
    const refusal = refuseSubmitting(await factsOf(change.tx, submission, id), reviewedDigest);
    if (refusal) return change.abandon(new REFUSALS[refusal]());
    const studio = await findPublishedStudio(change.tx, viewer.accountId, submission.studioId);
    const submittedAt = scope.clock.now();
    const refused = await refuseByStudio(change.tx, studio, submission, submittedAt);
    if (refused) return change.abandon(refused);
    return submit(change, submission, studio, { photoId: id, reviewedDigest, submittedAt });
  });
}

async function factsOf(tx: Change["tx"], submission: SubmissionRow, photoId: string): Promise<SubmittingFacts> {
  const { accountId, contactId, status } = submission;
  const [edited] = await findEditedVersions(tx, accountId, [photoId]);
  return {
    status,
    editedDigest: edited?.digest ?? null,
    refusedDigest: await findRefusedDigest(tx, accountId, photoId),
    consentsToProcessing: await consentsToProcessing(tx, accountId, contactId),
  };
}

const UNDECIDED = { decision: null, decidedAt: null, reviewReason: null, reviewMessage: null };

async function submit(
  { tx, audit, emit }: Change,
  submission: SubmissionRow,
  studio: PublishedStudio | null,
  review: { photoId: string; reviewedDigest: string; submittedAt: Date },
): Promise<SubmissionRow> {
  const { id, contactId, studioId } = submission;
  const status = statusOnceSubmitted(studio?.reviewMode ?? "automatic");
  const submitted = await changeSubmission(tx, submission, { ...review, ...UNDECIDED, status });
  const fields = ["status", "photoId", "reviewedDigest"];
  audit({ action: "submission.submitted", subjectType: "Submission", subjectId: id, fields });
  const ids = { submissionId: id, contactId, studioId, photoId: review.photoId };
  emit({ type: "submission.submitted", ids });
  return submitted;
}

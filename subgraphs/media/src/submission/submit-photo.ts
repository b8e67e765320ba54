import type { ContactViewer } from "@studio/kit/auth/viewer.js";
import { changeState, type Change } from "@studio/kit/db/change.js";
import { forbidden, notFound } from "@studio/kit/error/codes.js";
import { fromGlobalId } from "@studio/kit/paging/global-id.js";
import { changeScope, type MediaContext } from "../context.js";
import { findEditedVersions } from "../photo/photo.repository.js";
import { consentsToProcessing } from "../published/published-consent.js";
import { findPublishedContacts } from "../published/published-contact.js";
import { findPublishedStudio } from "../published/published-studio.js";
import { ConsentMissing, PhotoNotReady, ReviewedVersionMismatch, SubmissionClosed } from "./submission.errors.js";
import type { SubmitPhotoInput } from "./submission.input.js";
import {
  refuseSubmitting,
  statusOnceSubmitted,
  type SubmittingFacts,
  type SubmittingRefusal,
} from "./submission.policy.js";
import { lockSubmissionOfPhoto, markSubmitted } from "./submission.repository.js";
import type { SubmissionRow } from "./submission.table.js";

const REFUSALS = {
  SUBMISSION_CLOSED: SubmissionClosed,
  PHOTO_NOT_READY: PhotoNotReady,
  REVIEWED_VERSION_MISMATCH: ReviewedVersionMismatch,
  CONSENT_MISSING: ConsentMissing,
} as const satisfies Record<SubmittingRefusal, new () => object>;

export type SubmitPhotoError = InstanceType<(typeof REFUSALS)[SubmittingRefusal]>;

/**
 * Submits the contact's photo, in the very version they reviewed (P04). Of two at once, one wins.
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
    const submission = await lockSubmissionOfPhoto(change.tx, viewer.accountId, id);
    if (submission?.contactId !== viewer.contactId) throw notFound("photo");
    await refuseRestricted(change.tx, viewer);
    const refusal = refuseSubmitting(await factsOf(change.tx, submission), reviewedDigest);
    if (refusal) return change.abandon(new REFUSALS[refusal]());
    return submit(change, submission, { reviewedDigest, submittedAt: scope.clock.now() });
  });
}

/** Under a restriction (GDPR art. 18) the person's data is kept, and nothing more is done with it. */
async function refuseRestricted(tx: Change["tx"], { accountId, contactId }: ContactViewer): Promise<void> {
  const [contact] = await findPublishedContacts(tx, accountId, [contactId]);
  if (contact?.restricted !== false) throw forbidden("submitPhoto", "processing of your data is restricted");
}

async function factsOf(tx: Change["tx"], submission: SubmissionRow): Promise<SubmittingFacts> {
  const { accountId, contactId, photoId, status } = submission;
  const [edited] = await findEditedVersions(tx, accountId, [photoId]);
  const consents = await consentsToProcessing(tx, accountId, contactId);
  return { status, editedDigest: edited?.digest ?? null, consentsToProcessing: consents };
}

async function submit(
  { tx, audit, emit }: Change,
  submission: SubmissionRow,
  review: { reviewedDigest: string; submittedAt: Date },
): Promise<SubmissionRow> {
  const { accountId, id, contactId, studioId, photoId } = submission;
  const studio = await findPublishedStudio(tx, accountId, studioId);
  const status = statusOnceSubmitted(studio?.reviewMode ?? "automatic");
  const submitted = await markSubmitted(tx, submission, { ...review, status });
  audit({
    action: "submission.submitted",
    subjectType: "Submission",
    subjectId: id,
    fields: ["status", "reviewedDigest"],
  });
  emit({ type: "submission.submitted", ids: { submissionId: id, contactId, studioId, photoId } });
  return submitted;
}

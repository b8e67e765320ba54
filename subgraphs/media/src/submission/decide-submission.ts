import type { MemberViewer } from "@studio/kit/auth/viewer.js";
import { changeState, type Change } from "@studio/kit/db/change.js";
import { forbidden, notFound } from "@studio/kit/error/codes.js";
import { fromGlobalId } from "@studio/kit/paging/global-id.js";
import { mayKnow } from "../access/reach.js";
import { changeScope, type MediaContext } from "../context.js";
import { findPublishedContacts, type PublishedContact } from "../published/published-contact.js";
import { findPublishedStudio } from "../published/published-studio.js";
import { sealReviewMessage } from "./review-message.js";
import { isReviewMessage } from "./submission-review.policy.js";
import {
  InvalidReviewMessage,
  ProcessingRestricted,
  SubmissionStateConflict,
  SubmissionVersionConflict,
} from "./submission.errors.js";
import { refuseDeciding } from "./submission.policy.js";
import { lockSubmissions } from "./submission.repository.js";
import type { SubmissionRow } from "./submission.table.js";
import type { ReviewReason, SubmissionDecision } from "./submission.values.js";
import { writeDecision } from "./write-decision.js";

/** A reviewer's word on a submission as they saw it. */
export interface Decision {
  id: string;
  version: number;
  reason?: ReviewReason;
  message?: string | null;
}

/** The submission as decided, or why the decision does not count. */
export type Decided = SubmissionRow | DecisionError | InvalidReviewMessage;

export type DecisionError = SubmissionVersionConflict | SubmissionStateConflict | ProcessingRestricted;

const MUTATIONS: Readonly<Record<SubmissionDecision, string>> = {
  accepted: "Mutation.acceptSubmission",
  rejected: "Mutation.rejectSubmission",
  retake_requested: "Mutation.requestRetake",
};

/**
 * Writes what a reviewer decided, if the submission still is as they saw it: of two reviewers at once, one wins.
 * @throws NOT_FOUND out of the viewer's reach, FORBIDDEN for a coordinator where the studio leaves it to the admins
 */
export function decideSubmission(
  context: MediaContext,
  viewer: MemberViewer,
  decision: SubmissionDecision,
  { id: globalId, version, reason, message }: Decision,
): Promise<Decided> {
  const { accountId } = viewer;
  const id = fromGlobalId("Submission", globalId);
  const scope = changeScope(context, accountId);
  return changeState<Decided>(scope, async (change) => {
    const [submission] = await lockSubmissions(change.tx, accountId, [id]);
    const contact = submission && (await knownContact(change.tx, viewer, submission));
    if (!submission || !contact) throw notFound("submission");
    await refuseIfNotReviewer(change.tx, viewer, submission.studioId, MUTATIONS[decision]);
    const refusal = judge(decision, submission, contact, version, ["input"]);
    if (refusal) return change.abandon(refusal);
    const words = message?.trim() ?? "";
    if (!isReviewMessage(words)) return change.abandon(InvalidReviewMessage.now());
    const reviewMessage = words === "" ? null : await sealReviewMessage(change.tx, context.services, submission, words);
    const decidedAt = scope.clock.now();
    return writeDecision(change, submission, { decision, decidedAt, reviewReason: reason ?? null, reviewMessage });
  });
}

async function knownContact(
  tx: Change["tx"],
  viewer: MemberViewer,
  { accountId, contactId }: SubmissionRow,
): Promise<PublishedContact | null> {
  const [contact = null] = await findPublishedContacts(tx, accountId, [contactId]);
  return mayKnow(viewer, contact) ? contact : null;
}

/** Coordinators review where the studio says so. @throws FORBIDDEN where it does not */
export async function refuseIfNotReviewer(
  tx: Change["tx"],
  { role, accountId }: MemberViewer,
  studioId: string,
  field: string,
): Promise<void> {
  if (role !== "coordinator") return;
  const studio = await findPublishedStudio(tx, accountId, studioId);
  if (!studio?.coordinatorsReview) throw forbidden(field, "the studio leaves the review to the account's admins");
}

/** Why a decision about a submission does not count, as data, or null if it does. */
export function judge(
  decision: SubmissionDecision,
  submission: SubmissionRow,
  { restricted }: PublishedContact,
  seenVersion: number,
  path: string[],
): DecisionError | null {
  const refusal = refuseDeciding(decision, { ...submission, restricted }, seenVersion);
  switch (refusal) {
    case null:
      return null;
    case "VERSION_CONFLICT":
      return SubmissionVersionConflict.at([...path, "version"], submission);
    case "STATE_CONFLICT":
      return SubmissionStateConflict.at([...path, "id"], submission.status);
    case "PROCESSING_RESTRICTED":
      return ProcessingRestricted.at([...path, "id"]);
    default:
      return refusal satisfies never;
  }
}

import type { SubmissionStatus } from "./submission.values.js";

/** What decides whether a contact may submit a photo now. */
export interface SubmittingFacts {
  status: SubmissionStatus;
  /** The digest of the photo's edited version, or null while there is none. */
  editedDigest: string | null;
  consentsToProcessing: boolean;
}

export type SubmittingRefusal =
  | "SUBMISSION_CLOSED"
  | "PHOTO_NOT_READY"
  | "REVIEWED_VERSION_MISMATCH"
  | "CONSENT_MISSING";

/**
 * Why a contact may not submit, or null if they may: an open submission of a ready photo, having reviewed the
 * very version that is its edited one (P04), with their consent to the processing standing.
 */
export function refuseSubmitting(facts: SubmittingFacts, reviewedDigest: string): SubmittingRefusal | null {
  if (!isOpen(facts.status)) return "SUBMISSION_CLOSED";
  if (facts.status !== "in_review" || facts.editedDigest === null) return "PHOTO_NOT_READY";
  if (facts.editedDigest !== reviewedDigest) return "REVIEWED_VERSION_MISMATCH";
  return facts.consentsToProcessing ? null : "CONSENT_MISSING";
}

/** Where a submission goes when the contact submits it: to the admins first if the studio's review is theirs. */
export function statusOnceSubmitted(reviewMode: string): "submitted" | "awaiting_admin" {
  return reviewMode === "by_admin" ? "awaiting_admin" : "submitted";
}

/** Whether the studio's people see the pictures: what a contact has not submitted, or took back, is theirs alone. */
export function isShared(status: SubmissionStatus): boolean {
  switch (status) {
    case "submitted":
    case "awaiting_admin":
    case "accepted":
    case "rejected":
      return true;
    case "draft":
    case "in_review":
    case "withdrawn":
    case "purged":
      return false;
    default:
      return status satisfies never;
  }
}

function isOpen(status: SubmissionStatus): boolean {
  return status === "draft" || status === "in_review";
}

/** Where a submission is in its life. */
export const SUBMISSION_STATUSES = [
  "draft",
  "in_review",
  "submitted",
  "awaiting_admin",
  "accepted",
  "rejected",
  "withdrawn",
  "purged",
] as const;

export type SubmissionStatus = (typeof SUBMISSION_STATUSES)[number];

/** What a reviewer of the studio said. */
export const SUBMISSION_DECISIONS = ["accepted", "rejected", "retake_requested"] as const;

export type SubmissionDecision = (typeof SUBMISSION_DECISIONS)[number];

/** Why a submission is rejected, or another shot is asked for. */
export const REVIEW_REASONS = [
  "FACE_NOT_VISIBLE",
  "BLURRED",
  "BAD_LIGHT",
  "BAD_FRAMING",
  "DRESS_CODE",
  "UNSUITABLE",
  "OTHER",
] as const;

export type ReviewReason = (typeof REVIEW_REASONS)[number];

/**
 * The states from which nothing leads a contact on: what they uploaded for it may be uploaded anew. What they withdrew
 * can be submitted again, so the same file beside it would be one headshot twice.
 */
export const CLOSED_STATUSES = ["rejected", "purged"] as const satisfies SubmissionStatus[];

/** The states that take up a place of the studio: with it, or accepted by it. */
export const STANDING_STATUSES = ["submitted", "awaiting_admin", "accepted"] as const satisfies SubmissionStatus[];

/** The states of a headshot that stands: accepted, or submitted where nobody has to accept it. */
export const FINISHED_STATUSES = ["submitted", "accepted"] as const satisfies SubmissionStatus[];

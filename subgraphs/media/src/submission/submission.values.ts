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

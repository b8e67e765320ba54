import type { SubmissionStatus } from "./submission.values.js";

/** A filter, read and checked: two-valued, so that `not` is true of exactly the submissions of which it is false. */
export type SubmissionCondition =
  | { kind: "all" | "any"; of: readonly SubmissionCondition[] }
  | { kind: "not"; of: SubmissionCondition }
  | { kind: "status"; statuses: readonly SubmissionStatus[] }
  | { kind: "id"; field: SubmissionIdField; ids: readonly string[] }
  /** `at` is ISO 8601. */
  | { kind: "moment"; field: SubmissionMomentField; compares: "=" | "<" | ">" | "<=" | ">="; at: string }
  | { kind: "set"; field: SubmissionMomentField; isSet: boolean };

export type SubmissionIdField = "id" | "studioId" | "contactId";
export type SubmissionMomentField = "createdAt" | "submittedAt";

import type { AccessRow } from "./access-table.js";

/**
 * Which row speaks for each field outside `Contact` that the access table guards, by the name that errors give it. The
 * rules of the subgraph that owns the field take their row from here, so that `explainFieldAccess` knows of it too.
 */
export const GUARDED_FIELD_ROWS = {
  "Photo.original": "originalPhoto",
  "Photo.edited": "acceptedDerivative",
  "Photo.derivatives": "acceptedDerivative",
  "Submission.reviewedDigest": "acceptedDerivative",
  "SubmissionReview.message": "customInternal",
  "DataSubjectRequest.kind": "rightsRequests",
  "DataSubjectRequest.status": "rightsRequests",
  "DataSubjectRequest.origin": "rightsRequests",
  "DataSubjectRequest.receivedAt": "rightsRequests",
  "DataSubjectRequest.dueAt": "rightsRequests",
  "DataSubjectRequest.decidedAt": "rightsRequests",
  "DataSubjectRequest.denialGround": "rightsRequests",
  "DataSubjectRequest.statement": "rightsRequests",
  "DataSubjectRequest.explanation": "rightsRequests",
  "DataSubjectRequest.claimant": "rightsRequests",
  "DataSubjectRequest.contact": "rightsRequests",
  "DataSubjectRequest.steps": "rightsRequests",
} as const satisfies Readonly<Record<string, AccessRow>>;

/** A field outside `Contact` that the access table guards. */
export type GuardedField = keyof typeof GUARDED_FIELD_ROWS;

export function isGuardedField(name: string): name is GuardedField {
  return Object.hasOwn(GUARDED_FIELD_ROWS, name);
}

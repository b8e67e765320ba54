import type { SubmissionDecision, SubmissionStatus } from "./submission.values.js";

/** What can be done to a submission: by its contact, by a reviewer, by the platform. */
export type SubmissionVerb =
  | "add_shot"
  | "choose"
  | "open_for_review"
  | "submit"
  | "withdraw"
  | "accept"
  | "reject"
  | "request_retake"
  | "purge";

const WITH_THE_CONTACT: readonly SubmissionStatus[] = ["draft", "in_review"];
const WITH_THE_STUDIO: readonly SubmissionStatus[] = ["submitted", "awaiting_admin"];

/** The life of a submission: from where each verb leads on. What is not here is refused. */
const FROM: Readonly<Record<SubmissionVerb, readonly SubmissionStatus[]>> = {
  add_shot: WITH_THE_CONTACT,
  choose: WITH_THE_CONTACT,
  open_for_review: ["draft"],
  submit: ["in_review", "withdrawn"],
  withdraw: [...WITH_THE_CONTACT, ...WITH_THE_STUDIO],
  accept: WITH_THE_STUDIO,
  reject: WITH_THE_STUDIO,
  request_retake: WITH_THE_STUDIO,
  purge: [...WITH_THE_CONTACT, ...WITH_THE_STUDIO, "accepted", "rejected", "withdrawn"],
};

/** Whether a submission in this state lets the verb happen. */
export function allows(status: SubmissionStatus, verb: SubmissionVerb): boolean {
  return FROM[verb].includes(status);
}

/** The verb of each decision, and where it takes the submission: a retake gives it back to the contact. */
export const DECISIONS = {
  accepted: { verb: "accept", status: "accepted" },
  rejected: { verb: "reject", status: "rejected" },
  retake_requested: { verb: "request_retake", status: "in_review" },
} as const satisfies Record<SubmissionDecision, { verb: SubmissionVerb; status: SubmissionStatus }>;

/** What decides whether a contact may submit a photo now. */
export interface SubmittingFacts {
  status: SubmissionStatus;
  /** The digest of the photo's edited version, or null while there is none. */
  editedDigest: string | null;
  /** The digest of the version of this photo instead of which a retake was asked for, or null. */
  refusedDigest: string | null;
  consentsToProcessing: boolean;
}

export type SubmittingRefusal =
  | "SUBMISSION_CLOSED"
  | "PHOTO_NOT_READY"
  | "REVIEWED_VERSION_MISMATCH"
  | "RETAKE_NEEDED"
  | "CONSENT_MISSING";

/**
 * Why a contact may not submit, or null if they may: an open submission of a ready photo, having reviewed the
 * very version that is its edited one (P04), with their consent to the processing standing.
 */
export function refuseSubmitting(facts: SubmittingFacts, reviewedDigest: string): SubmittingRefusal | null {
  if (facts.status !== "draft" && !allows(facts.status, "submit")) return "SUBMISSION_CLOSED";
  if (facts.status === "draft" || facts.editedDigest === null) return "PHOTO_NOT_READY";
  if (facts.editedDigest !== reviewedDigest) return "REVIEWED_VERSION_MISMATCH";
  if (facts.refusedDigest === reviewedDigest) return "RETAKE_NEEDED";
  return facts.consentsToProcessing ? null : "CONSENT_MISSING";
}

/** Where a submission goes when the contact submits it: to the admins first if the studio's review is theirs. */
export function statusOnceSubmitted(reviewMode: string): "submitted" | "awaiting_admin" {
  return reviewMode === "by_admin" ? "awaiting_admin" : "submitted";
}

/** Why a reviewer's decision does not count, or null if it does. */
export type DecidingRefusal = "VERSION_CONFLICT" | "PROCESSING_RESTRICTED" | "STATE_CONFLICT";

/** What decides whether a reviewer may decide now. */
export interface DecidingFacts {
  status: SubmissionStatus;
  version: number;
  /** Whether processing of the contact's data is restricted (GDPR art. 18). */
  restricted: boolean;
}

/** A reviewer decides about what they saw: another version than theirs is another submission. */
export function refuseDeciding(
  decision: SubmissionDecision,
  { status, version, restricted }: DecidingFacts,
  seenVersion: number,
): DecidingRefusal | null {
  if (restricted) return "PROCESSING_RESTRICTED";
  if (version !== seenVersion) return "VERSION_CONFLICT";
  return allows(status, DECISIONS[decision].verb) ? null : "STATE_CONFLICT";
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

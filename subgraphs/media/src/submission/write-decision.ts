import type { Change } from "@studio/kit/db/change.js";
import { DECISIONS } from "./submission.policy.js";
import { refuseShot } from "./submission-shot.repository.js";
import { changeSubmission } from "./submission.repository.js";
import type { SubmissionRow } from "./submission.table.js";

/** What is kept of a reviewer's decision. */
export type WrittenDecision = {
  [Field in "decision" | "decidedAt" | "reviewReason" | "reviewMessage"]: SubmissionRow[Field];
} & { decision: NonNullable<SubmissionRow["decision"]> };

/** Writes a decision, with its audit and event. The caller holds the row and has decided that it counts. */
export async function writeDecision(
  { tx, audit, emit }: Change<never>,
  submission: SubmissionRow,
  written: WrittenDecision,
): Promise<SubmissionRow> {
  const { id: submissionId, contactId, studioId, photoId } = submission;
  const { status } = DECISIONS[written.decision];
  if (written.decision === "retake_requested") await refuseShot(tx, submission);
  const decided = await changeSubmission(tx, submission, { ...written, status });
  const type = `submission.${written.decision}`;
  const reason = written.reviewReason === null ? {} : { reason: written.reviewReason };
  audit({ action: type, subjectType: "Submission", subjectId: submissionId, fields: ["status"], ...reason });
  emit({ type, ids: { submissionId, contactId, studioId, photoId } });
  return decided;
}

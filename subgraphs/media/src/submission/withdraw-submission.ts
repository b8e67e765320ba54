import type { ContactViewer } from "@studio/kit/auth/viewer.js";
import { changeState } from "@studio/kit/db/change.js";
import { fromGlobalId } from "@studio/kit/paging/global-id.js";
import { changeScope, type MediaContext } from "../context.js";
import { lockOwnSubmission } from "./own-submission.js";
import { SubmissionStateConflict } from "./submission.errors.js";
import type { WithdrawSubmissionInput } from "./submission.input.js";
import { allows } from "./submission.policy.js";
import { changeSubmission } from "./submission.repository.js";
import type { SubmissionRow } from "./submission.table.js";

/**
 * Takes a submission back until the studio accepts or rejects it: its pictures are the contact's alone again, and its
 * place in the studio is free. `submitPhoto` submits it anew.
 * @throws NOT_FOUND if it is not the contact's own, FORBIDDEN while processing of their data is restricted
 */
export function withdrawSubmission(
  context: MediaContext,
  viewer: ContactViewer,
  input: WithdrawSubmissionInput,
): Promise<SubmissionRow | SubmissionStateConflict> {
  const id = fromGlobalId("Submission", input.id);
  const scope = changeScope(context, viewer.accountId);
  return changeState<SubmissionRow | SubmissionStateConflict>(scope, async (change) => {
    const submission = await lockOwnSubmission(change.tx, viewer, id, "Mutation.withdrawSubmission");
    if (!allows(submission.status, "withdraw"))
      return change.abandon(SubmissionStateConflict.at(["input", "id"], submission.status));
    const { contactId, studioId, photoId } = submission;
    const withdrawn = await changeSubmission(change.tx, submission, { status: "withdrawn" });
    change.audit({ action: "submission.withdrawn", subjectType: "Submission", subjectId: id, fields: ["status"] });
    change.emit({ type: "submission.withdrawn", ids: { submissionId: id, contactId, studioId, photoId } });
    return withdrawn;
  });
}

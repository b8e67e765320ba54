import type { MemberViewer } from "@studio/kit/auth/viewer.js";
import type { MediaContext } from "../context.js";
import { decideSubmission, type Decided } from "./decide-submission.js";
import type { RejectSubmissionInput } from "./submission-review.input.js";

/** Rejects a submission as it was seen, for a reason. It is over: the contact may begin another. @throws as `decideSubmission` */
export function rejectSubmission(
  context: MediaContext,
  viewer: MemberViewer,
  input: RejectSubmissionInput,
): Promise<Decided> {
  return decideSubmission(context, viewer, "rejected", input);
}

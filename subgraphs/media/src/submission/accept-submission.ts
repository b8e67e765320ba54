import type { MemberViewer } from "@studio/kit/auth/viewer.js";
import type { MediaContext } from "../context.js";
import { decideSubmission, type Decided } from "./decide-submission.js";
import type { AcceptSubmissionInput } from "./submission-review.input.js";

/** Accepts a submission as it was seen. @throws as `decideSubmission` */
export function acceptSubmission(
  context: MediaContext,
  viewer: MemberViewer,
  input: AcceptSubmissionInput,
): Promise<Decided> {
  return decideSubmission(context, viewer, "accepted", input);
}

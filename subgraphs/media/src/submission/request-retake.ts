import type { MemberViewer } from "@studio/kit/auth/viewer.js";
import type { MediaContext } from "../context.js";
import { decideSubmission, type Decided } from "./decide-submission.js";
import type { RequestRetakeInput } from "./submission-review.input.js";

/** Gives a submission back to its contact for another photo: the version that was seen is not taken again. @throws as `decideSubmission` */
export function requestRetake(
  context: MediaContext,
  viewer: MemberViewer,
  input: RequestRetakeInput,
): Promise<Decided> {
  return decideSubmission(context, viewer, "retake_requested", input);
}

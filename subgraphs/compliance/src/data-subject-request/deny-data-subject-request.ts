import type { MemberViewer } from "@studio/kit/auth/viewer.js";
import type { ComplianceContext } from "../context.js";
import type { DenyDataSubjectRequestInput } from "./data-subject-request.input.js";
import { decideRequest, type Decided } from "./decide-request.js";

/** Refuses a request on a ground in law, and tells the person why it applies. */
export function denyDataSubjectRequest(
  context: ComplianceContext,
  viewer: MemberViewer,
  { id, ground, explanation }: DenyDataSubjectRequestInput,
): Promise<Decided> {
  return decideRequest(context, viewer, { id, ground, explanation });
}

import type { MemberViewer } from "@studio/kit/auth/viewer.js";
import type { ComplianceContext } from "../context.js";
import type { ApproveDataSubjectRequestInput } from "./data-subject-request.input.js";
import { decideRequest, type Decided } from "./decide-request.js";

/** Grants a request of somebody whose identity is known; what carries it out takes it from there. */
export function approveDataSubjectRequest(
  context: ComplianceContext,
  viewer: MemberViewer,
  { id, explanation }: ApproveDataSubjectRequestInput,
): Promise<Decided> {
  return decideRequest(context, viewer, { id, ground: null, explanation });
}

import type { ContactViewer } from "@studio/kit/auth/viewer.js";
import { changeState } from "@studio/kit/db/change.js";
import { notFound } from "@studio/kit/error/codes.js";
import { fromGlobalId } from "@studio/kit/paging/global-id.js";
import { changeScope, type ComplianceContext } from "../context.js";
import { advanceRequest, holdRequest } from "./advance-request.js";
import { DataSubjectRequestNotOpen } from "./data-subject-request.errors.js";
import type { WithdrawDataSubjectRequestInput } from "./data-subject-request.input.js";
import { checkDecision } from "./data-subject-request.policy.js";
import type { DataSubjectRequestRow } from "./data-subject-request.repository.js";
import { requireRequestWrite } from "./request-access.js";

type Withdrawn = DataSubjectRequestRow | DataSubjectRequestNotOpen;

/**
 * The signed-in contact takes one of their requests back.
 * @throws NOT_FOUND for anybody else's
 */
export function withdrawDataSubjectRequest(
  context: ComplianceContext,
  { accountId, contactId }: ContactViewer,
  input: WithdrawDataSubjectRequestInput,
): Promise<Withdrawn> {
  const id = fromGlobalId("DataSubjectRequest", input.id);
  return changeState<Withdrawn>(changeScope(context, accountId), async (change) => {
    const { row, facts } = await holdRequest(change, accountId, id);
    if (row.contactId !== contactId) throw notFound("request");
    requireRequestWrite(context, "withdrawDataSubjectRequest", facts);
    const refused = checkDecision("withdraw", row.status);
    if (refused instanceof DataSubjectRequestNotOpen) return change.abandon(refused);
    return advanceRequest(context, change, row, { action: "withdrawn", status: "withdrawn" });
  });
}

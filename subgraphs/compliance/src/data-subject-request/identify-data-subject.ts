import type { MemberViewer } from "@studio/kit/auth/viewer.js";
import { changeState } from "@studio/kit/db/change.js";
import { notFound } from "@studio/kit/error/codes.js";
import { fromGlobalId } from "@studio/kit/paging/global-id.js";
import { listFacts } from "../contact/contact.repository.js";
import { changeScope, type ComplianceContext } from "../context.js";
import { advanceRequest, holdRequest } from "./advance-request.js";
import { DataSubjectRequestDuplicate, DataSubjectRequestNotOpen } from "./data-subject-request.errors.js";
import type { IdentifyDataSubjectInput } from "./data-subject-request.input.js";
import { checkDecision } from "./data-subject-request.policy.js";
import { lockOpenTwin, type DataSubjectRequestRow } from "./data-subject-request.repository.js";
import { requireRequestWrite } from "./request-access.js";

type Identified = DataSubjectRequestRow | DataSubjectRequestNotOpen | DataSubjectRequestDuplicate;

/**
 * Somebody of the account says who filed a request by the public form, having checked it by their own means.
 * @throws NOT_FOUND for another account's request or contact; FORBIDDEN for a contact under restriction, unless a
 * purpose is stated
 */
export function identifyDataSubject(
  context: ComplianceContext,
  { accountId }: MemberViewer,
  input: IdentifyDataSubjectInput,
): Promise<Identified> {
  const id = fromGlobalId("DataSubjectRequest", input.id);
  const contactId = fromGlobalId("Contact", input.contactId);
  return changeState<Identified>(changeScope(context, accountId), async (change) => {
    const { row, facts } = await holdRequest(change, accountId, id);
    requireRequestWrite(context, "identifyDataSubject", facts);
    const refused = checkDecision("identify", row.status);
    if (refused instanceof DataSubjectRequestNotOpen) return change.abandon(refused);
    const [person] = await listFacts(change.tx, accountId, [contactId]);
    if (!person) throw notFound("contact");
    requireRequestWrite(context, "identifyDataSubject", person);
    if (await lockOpenTwin(change.tx, { ...row, contactId })) return change.abandon(new DataSubjectRequestDuplicate());
    return advanceRequest(context, change, row, {
      action: "identified",
      status: "pending_review",
      with: { contactId, claimantIndex: null },
    });
  });
}

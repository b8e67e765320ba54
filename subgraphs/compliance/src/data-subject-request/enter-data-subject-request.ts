import { changeState } from "@studio/kit/db/change.js";
import { notFound } from "@studio/kit/error/codes.js";
import { fromGlobalId } from "@studio/kit/paging/global-id.js";
import type { MemberViewer } from "@studio/kit/auth/viewer.js";
import { listFacts } from "../contact/contact.repository.js";
import { changeScope, type ComplianceContext } from "../context.js";
import { DataSubjectRequestInvalid } from "./data-subject-request.errors.js";
import type { EnterDataSubjectRequestInput } from "./data-subject-request.input.js";
import { readWords } from "./data-subject-request.policy.js";
import { requireRequestWrite } from "./request-access.js";
import { newRequest, takeInRequest, type Filing } from "./take-in-request.js";

/**
 * Somebody of the account enters what a contact asked by another way: a letter, a call.
 * @throws NOT_FOUND for another account's contact; FORBIDDEN for one under restriction, unless a purpose is stated
 */
export function enterDataSubjectRequest(
  context: ComplianceContext,
  { accountId }: MemberViewer,
  { contactId: globalId, kind, statement: said }: EnterDataSubjectRequestInput,
): Promise<Filing> {
  const contactId = fromGlobalId("Contact", globalId);
  return changeState<Filing>(changeScope(context, accountId), async (change) => {
    const statement = readWords(said, "statement");
    if (statement instanceof DataSubjectRequestInvalid) return change.abandon(statement);
    const [facts] = await listFacts(change.tx, accountId, [contactId]);
    if (!facts) throw notFound("contact");
    requireRequestWrite(context, "enterDataSubjectRequest", facts);
    const asked = { by: { contactId }, kind, origin: "account", statement } as const;
    return takeInRequest(context, change, newRequest(context, accountId, asked));
  });
}

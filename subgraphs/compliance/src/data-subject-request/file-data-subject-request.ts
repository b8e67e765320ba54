import type { ContactViewer } from "@studio/kit/auth/viewer.js";
import { after, dayMs } from "@studio/kit/clock.js";
import { changeState } from "@studio/kit/db/change.js";
import { notFound } from "@studio/kit/error/codes.js";
import { listFacts } from "../contact/contact.repository.js";
import { changeScope, type ComplianceContext } from "../context.js";
import { DataSubjectRequestInvalid, TooManyDataSubjectRequests } from "./data-subject-request.errors.js";
import type { FileDataSubjectRequestInput } from "./data-subject-request.input.js";
import { MAX_FILED_PER_DAY, readWords } from "./data-subject-request.policy.js";
import { countReceivedSince } from "./data-subject-request.repository.js";
import { requireRequestWrite } from "./request-access.js";
import { newRequest, takeInRequest, type Filing } from "./take-in-request.js";

/**
 * The signed-in contact asks something of their data, also while processing is restricted (P18).
 * @throws NOT_FOUND if the contact is no longer there
 */
export function fileDataSubjectRequest(
  context: ComplianceContext,
  { accountId, contactId }: ContactViewer,
  { kind, statement: said }: FileDataSubjectRequestInput,
): Promise<Filing> {
  return changeState<Filing>(changeScope(context, accountId), async (change) => {
    const statement = readWords(said, "statement");
    if (statement instanceof DataSubjectRequestInvalid) return change.abandon(statement);
    const [facts] = await listFacts(change.tx, accountId, [contactId]);
    if (!facts) throw notFound("contact");
    requireRequestWrite(context, "fileDataSubjectRequest", facts);
    const yesterday = after(context.clock.now(), -dayMs);
    if ((await countReceivedSince(change.tx, accountId, { contactId }, yesterday)) >= MAX_FILED_PER_DAY) {
      return change.abandon(new TooManyDataSubjectRequests());
    }
    const asked = { by: { contactId }, kind, origin: "contact", statement } as const;
    return takeInRequest(context, change, newRequest(context, accountId, asked));
  });
}

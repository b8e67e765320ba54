import { after, hourMs } from "@studio/kit/clock.js";
import { changeState } from "@studio/kit/db/change.js";
import { changeScope, type ComplianceContext } from "../context.js";
import { findPublicAccount } from "../studio/studio.repository.js";
import {
  DataSubjectRequestInvalid,
  DataSubjectStudioUnknown,
  TooManyDataSubjectRequests,
} from "./data-subject-request.errors.js";
import type { FileUnverifiedDataSubjectRequestInput } from "./data-subject-request.input.js";
import { MAX_BY_FORM_PER_HOUR, readClaimant, readWords } from "./data-subject-request.policy.js";
import { countReceivedSince } from "./data-subject-request.repository.js";
import type { UnverifiedDataSubjectRequestFiled } from "./data-subject-request.result.js";
import { newRequest, takeInRequest, type Filing } from "./take-in-request.js";

/**
 * Somebody who is not signed in asks something of their data. Nobody is looked up, so that the answer cannot tell
 * whether they are known (P32); until somebody has found out who asks, the request cannot be approved.
 */
export async function fileUnverifiedDataSubjectRequest(
  context: ComplianceContext,
  input: FileUnverifiedDataSubjectRequestInput,
): Promise<
  UnverifiedDataSubjectRequestFiled | DataSubjectStudioUnknown | DataSubjectRequestInvalid | TooManyDataSubjectRequests
> {
  const claimant = readClaimant(input);
  const statement = readWords(input.statement, "statement");
  if (claimant instanceof DataSubjectRequestInvalid) return claimant;
  if (statement instanceof DataSubjectRequestInvalid) return statement;
  const accountId = await findPublicAccount(context.db, input.studioSlug);
  if (accountId === null) return new DataSubjectStudioUnknown();
  const row = newRequest(context, accountId, { kind: input.kind, origin: "form", statement, by: claimant });
  const filing = await changeState<Filing>(changeScope(context, accountId), async (change) => {
    const hourAgo = after(row.receivedAt, -hourMs);
    if ((await countReceivedSince(change.tx, accountId, "form", hourAgo)) >= MAX_BY_FORM_PER_HOUR) {
      return change.abandon(new TooManyDataSubjectRequests());
    }
    return takeInRequest(context, change, row);
  });
  // Told of this one even where it joined another: when that came in is nobody's business but its person's.
  return "joined" in filing ? { receivedAt: row.receivedAt, dueAt: row.dueAt } : filing;
}

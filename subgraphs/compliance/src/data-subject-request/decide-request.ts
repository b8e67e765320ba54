import type { MemberViewer } from "@studio/kit/auth/viewer.js";
import { changeState } from "@studio/kit/db/change.js";
import { fromGlobalId } from "@studio/kit/paging/global-id.js";
import { changeScope, type ComplianceContext } from "../context.js";
import { advanceRequest, holdRequest } from "./advance-request.js";
import {
  DataSubjectRequestInvalid,
  type DataSubjectRequestNotOpen,
  type DataSubjectUnidentified,
} from "./data-subject-request.errors.js";
import { checkDecision, readWords } from "./data-subject-request.policy.js";
import type { DataSubjectRequestRow } from "./data-subject-request.repository.js";
import type { DenialGround } from "./data-subject-request.values.js";
import { decideRequestRead } from "./request-access.js";

/** What is decided; a denial has a ground. */
export interface RequestDecision {
  id: string;
  ground: DenialGround | null;
  explanation: string | null | undefined;
}

export type Decided =
  | DataSubjectRequestRow
  | DataSubjectRequestNotOpen
  | DataSubjectUnidentified
  | DataSubjectRequestInvalid;

/**
 * Grants a request, or refuses it on a ground. Whoever decides must be able to read it: of a contact under restriction
 * for a stated purpose only.
 * @throws NOT_FOUND for another account's request; FORBIDDEN where it may not be read
 */
export function decideRequest(
  context: ComplianceContext,
  { accountId }: MemberViewer,
  { id: globalId, ground, explanation: given }: RequestDecision,
): Promise<Decided> {
  const id = fromGlobalId("DataSubjectRequest", globalId);
  return changeState<Decided>(changeScope(context, accountId), async (change) => {
    const explanation = readWords(given, "explanation");
    if (explanation instanceof DataSubjectRequestInvalid) return change.abandon(explanation);
    if (ground !== null && explanation === null) {
      return change.abandon(DataSubjectRequestInvalid.at("explanation", "Tell the person why the ground applies."));
    }
    const { row, facts } = await holdRequest(change, accountId, id);
    const readable = decideRequestRead(context, "DataSubjectRequest.status", facts);
    if (readable !== true) throw readable;
    const refused = checkDecision(ground === null ? "approve" : "deny", row.status);
    if (refused) return change.abandon(refused);
    const told = explanation === null ? null : context.words.seal(row, "explanation", explanation);
    const outcome = ground === null ? "approved" : "denied";
    return advanceRequest(context, change, row, {
      action: outcome,
      status: outcome,
      ...(ground !== null && { reason: ground.toUpperCase() }),
      with: { decidedAt: context.clock.now(), denialGround: ground, explanation: told },
    });
  });
}

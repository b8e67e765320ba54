import { changeState } from "@studio/kit/db/change.js";
import { notFound, unauthenticated } from "@studio/kit/error/codes.js";
import { fromGlobalId } from "@studio/kit/paging/global-id.js";
import { changeScope, type IdentityContext } from "../context.js";
import type { ReviewFieldAppealInput } from "./field-appeal.input.js";
import { auditForPlatform, decideAppeal, findOpenAppeal } from "./field-appeal.repository.js";
import { ReviewFieldAppealPayload, type ReviewFieldAppealResult } from "./field-appeal.type.js";
import { AppealDecided, InvalidStatement } from "./special-category.errors.js";
import { readStatement } from "./statement.policy.js";

const STATES = { approve: "approved", deny: "denied" } as const;

/**
 * Decides an appeal. The decision is in the account's audit trail and in the platform's own, in one transaction.
 * @throws NOT_FOUND unless the appeal waits for review
 */
export async function reviewFieldAppeal(
  context: IdentityContext,
  { id, decision, reason }: ReviewFieldAppealInput,
): Promise<typeof ReviewFieldAppealResult> {
  const { viewer, services, requestId } = context;
  if (viewer.kind !== "staff") throw unauthenticated();
  const { staffId } = viewer;
  const appealId = fromGlobalId("FieldAppeal", id);
  const statement = readStatement(reason, 10, 1000);
  if (statement === null) return InvalidStatement.at(["input", "reason"], "10 to 1,000 characters");
  const accountId = await services.db.inDirectory((tx) => findOpenAppeal(tx, appealId));
  if (accountId === null) throw notFound("appeal");
  const at = services.clock.now();
  const action = `field_appeal.${STATES[decision]}`;
  type Result = typeof ReviewFieldAppealResult;
  return changeState<Result>(changeScope(context, accountId), async (change) => {
    const { tx, audit } = change;
    const given = { state: STATES[decision], reviewedBy: staffId, reviewedAt: at, reason: statement };
    const appeal = await decideAppeal(tx, accountId, appealId, given);
    if (!appeal) return change.abandon(AppealDecided.before());
    await auditForPlatform(tx, { accountId, at, staffId, action, subjectId: appealId, requestId });
    audit({ action, subjectType: "FieldAppeal", subjectId: appealId, fields: appeal.categories });
    return Object.assign(new ReviewFieldAppealPayload(), { appeal });
  });
}

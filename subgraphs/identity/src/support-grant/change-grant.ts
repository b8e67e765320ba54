import { changeState } from "@studio/kit/db/change.js";
import { notFound } from "@studio/kit/error/codes.js";
import { fromGlobalId } from "@studio/kit/paging/global-id.js";
import { accountOf, changeScope, type IdentityContext } from "../context.js";
import { WrongGrantState } from "./support-grant.errors.js";
import { grantState, type SupportGrantState } from "./support-grant.policy.js";
import { lockGrant, updateGrant, type GrantChange, type SupportGrantRow } from "./support-grant.repository.js";
import { SupportGrantPayload, type SupportGrantResult } from "./support-grant.result.js";

/** One step in a grant's life. */
export interface GrantStep {
  /** Its name in the audit trail. */
  action: string;
  /** The state in which it makes sense. */
  from: SupportGrantState;
  change: (now: Date, grant: SupportGrantRow) => GrantChange;
}

/**
 * Takes a grant one step further, which is held meanwhile: of a grant and a denial at once, one comes too late.
 * @throws NOT_FOUND for another account's grant
 */
export async function changeGrant(
  context: IdentityContext,
  globalId: string,
  step: GrantStep,
): Promise<typeof SupportGrantResult> {
  const accountId = accountOf(context);
  const id = fromGlobalId("SupportGrant", globalId);
  const now = context.services.clock.now();
  type Result = typeof SupportGrantResult;
  return changeState<Result>(changeScope(context, accountId), async ({ tx, audit, abandon }) => {
    const grant = await lockGrant(tx, accountId, id);
    if (!grant) throw notFound("support grant");
    const state = grantState(grant, now);
    if (state !== step.from) return abandon(WrongGrantState.being(state));
    const change = step.change(now, grant);
    audit({ action: step.action, subjectType: "SupportGrant", subjectId: id, fields: Object.keys(change) });
    return Object.assign(new SupportGrantPayload(), { supportGrant: await updateGrant(tx, grant, change) });
  });
}

import { changeState } from "@studio/kit/db/change.js";
import { notFound } from "@studio/kit/error/codes.js";
import { fromGlobalId } from "@studio/kit/paging/global-id.js";
import { accountOf, changeScope, type IdentityContext } from "../context.js";
import { BulkActionOver } from "./bulk-action.errors.js";
import type { CancelBulkActionInput } from "./bulk-action.input.js";
import { endBulkAction, lockBulkAction } from "./bulk-action.repository.js";
import { CancelBulkActionPayload, type CancelBulkActionResult } from "./bulk-action.result.js";

/**
 * Stops a bulk action after the batch that is under way. What was done stays; what was not is left.
 * @throws NOT_FOUND for another account's action
 */
export function cancelBulkAction(
  context: IdentityContext,
  input: CancelBulkActionInput,
): Promise<typeof CancelBulkActionResult> {
  const accountId = accountOf(context);
  const key = { accountId, id: fromGlobalId("BulkAction", input.id) };
  const { clock } = context.services;
  return changeState<typeof CancelBulkActionResult>(changeScope(context, accountId), async (change) => {
    const action = await lockBulkAction(change.tx, key);
    if (!action) throw notFound("bulk action");
    const cancelled = await endBulkAction(change.tx, key, { state: "cancelled" }, clock.now());
    if (!cancelled) return change.abandon(BulkActionOver.as(action.state));
    change.audit({ action: "bulk_action.cancelled", subjectType: "BulkAction", subjectId: key.id });
    return Object.assign(new CancelBulkActionPayload(), { bulkAction: cancelled });
  });
}

import type { ContactViewer } from "@studio/kit/auth/viewer.js";
import { changeState } from "@studio/kit/db/change.js";
import { changeScope, type ComplianceContext } from "../context.js";
import { ConsentNotGiven } from "./consent.errors.js";
import type { WithdrawConsentInput } from "./consent.input.js";
import { find, withdraw, type ConsentRow } from "./consent.repository.js";
import { recordConsent, requireContact } from "./record-consent.js";

/**
 * Records that the contact no longer agrees to a purpose. Withdrawing again changes nothing and leaves no trace.
 * @throws NOT_FOUND if the contact is no longer there
 */
export function withdrawConsent(
  context: ComplianceContext,
  viewer: ContactViewer,
  { purpose }: WithdrawConsentInput,
): Promise<ConsentRow | ConsentNotGiven> {
  const { accountId, contactId } = viewer;
  return changeState<ConsentRow | ConsentNotGiven>(changeScope(context, accountId), async (change) => {
    await requireContact(change, viewer);
    const withdrawn = await withdraw(change.tx, { accountId, contactId, purpose }, context.clock.now());
    if (withdrawn === null) {
      const recorded = await find(change.tx, accountId, contactId, purpose);
      return change.abandon(recorded ?? new ConsentNotGiven());
    }
    await recordConsent(change, withdrawn);
    return withdrawn;
  });
}

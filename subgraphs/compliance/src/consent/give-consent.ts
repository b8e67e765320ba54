import type { ContactViewer } from "@studio/kit/auth/viewer.js";
import { changeState } from "@studio/kit/db/change.js";
import { notFound } from "@studio/kit/error/codes.js";
import { changeScope, type ComplianceContext } from "../context.js";
import type { ConsentTextChanged } from "./consent.errors.js";
import type { GiveConsentInput } from "./consent.input.js";
import { checkTextWasCurrent } from "./consent.policy.js";
import { currentTextVersion, find, give, type ConsentRow } from "./consent.repository.js";
import { recordConsent, requireContact } from "./record-consent.js";

/**
 * Records that the contact agrees to a purpose under the current consent text of their studio.
 * Agreeing again to the same text changes nothing and leaves no trace.
 * @throws NOT_FOUND if the contact or their studio is no longer there
 */
export function giveConsent(
  context: ComplianceContext,
  viewer: ContactViewer,
  { purpose, textVersion }: GiveConsentInput,
): Promise<ConsentRow | ConsentTextChanged> {
  const { accountId, contactId, studioId } = viewer;
  return changeState<ConsentRow | ConsentTextChanged>(changeScope(context, accountId), async (change) => {
    await requireContact(change, viewer);
    const current = await currentTextVersion(change.tx, accountId, studioId);
    if (current === null) throw notFound("studio");
    const outdated = checkTextWasCurrent(textVersion ?? null, current);
    if (outdated) return change.abandon(outdated);
    const changedAt = context.clock.now();
    const given = { accountId, contactId, purpose, state: "given", studioId, textVersion: current, changedAt } as const;
    if (!(await give(change.tx, given))) {
      return change.abandon((await find(change.tx, accountId, contactId, purpose)) ?? given);
    }
    await recordConsent(change, given);
    return given;
  });
}

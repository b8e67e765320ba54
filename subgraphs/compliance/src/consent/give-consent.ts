import { decideFieldWrite } from "@studio/identity/access/decide-field-write.js";
import type { ContactViewer } from "@studio/kit/auth/viewer.js";
import { changeState } from "@studio/kit/db/change.js";
import { notFound } from "@studio/kit/error/codes.js";
import { changeScope, type ComplianceContext } from "../context.js";
import { ProcessingRestricted, type ConsentTextChanged } from "./consent.errors.js";
import type { GiveConsentInput } from "./consent.input.js";
import { checkTextWasCurrent } from "./consent.policy.js";
import { currentTextVersion, find, give, type ConsentRow } from "./consent.repository.js";
import { recordConsent, requireContact } from "./record-consent.js";

type GivenConsent = ConsentRow | ConsentTextChanged | ProcessingRestricted;

/**
 * Records that the contact agrees to a purpose under the current consent text of their studio.
 * Agreeing again to the same text changes nothing and leaves no trace. Under restriction nothing new is agreed to, while
 * withdrawing stays possible (GDPR art. 7 (3)).
 * @throws NOT_FOUND if the contact or their studio is no longer there
 */
export function giveConsent(
  context: ComplianceContext,
  viewer: ContactViewer,
  { purpose, textVersion }: GiveConsentInput,
): Promise<GivenConsent> {
  const { accountId, contactId, studioId } = viewer;
  return changeState<GivenConsent>(changeScope(context, accountId), async (change) => {
    const facts = await requireContact(change, viewer);
    if (decideFieldWrite(viewer, "consents", facts).kind === "denied")
      return change.abandon(ProcessingRestricted.now());
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

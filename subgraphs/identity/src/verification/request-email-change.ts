import type { ContactViewer } from "@studio/kit/auth/viewer.js";
import { after } from "@studio/kit/clock.js";
import type { Change } from "@studio/kit/db/change.js";
import { findContactByEmail, lockContacts, type ContactRow } from "../contact/contact.repository.js";
import type { Email } from "../contact/email.policy.js";
import type { IdentityContext } from "../context.js";
import { sendCode, whyNoCode } from "./send-code.js";
import { CODE_LIFETIME_MS } from "./verification.policy.js";

/**
 * Sends a contact a code to the address that they want: it becomes theirs once they show the code (`verifyEmail`).
 * Whose address it is already gets no mail, and the contact is not told: that would say who is known (P05, P32).
 */
export async function requestEmailChange(
  context: IdentityContext,
  change: Change,
  viewer: ContactViewer,
  contact: ContactRow,
  newEmail: Email,
): Promise<void> {
  const { accountId, studioId } = viewer;
  // Held, so that whoever sets them aside at the same moment has done so by now, or finds the code and ends it.
  const [held = contact] = await lockContacts(change.tx, accountId, [contact.id]);
  const holder = await findContactByEmail(change.tx, accountId, newEmail.key);
  const isTaken = holder !== null && holder.id !== contact.id;
  const refusal = isTaken ? "the address is another contact's" : await whyNoCode(context, change, accountId, held);
  if (refusal !== null) {
    change.audit({ action: "verification.withheld", subjectType: "Contact", subjectId: contact.id, reason: refusal });
    return;
  }
  const expiresAt = after(context.services.clock.now(), CODE_LIFETIME_MS);
  await sendCode(context, change, { accountId, studioId, contactId: contact.id, expiresAt, newEmail });
}

import type { ContactFacts } from "@studio/identity/access/audience.js";
import type { ContactViewer } from "@studio/kit/auth/viewer.js";
import type { Change } from "@studio/kit/db/change.js";
import { notFound } from "@studio/kit/error/codes.js";
import { listFacts } from "../contact/contact.repository.js";
import { keepChange, type ConsentRow } from "./consent.repository.js";

/** What access to the signed-in contact is decided from. @throws NOT_FOUND if they are no longer there */
export async function requireContact({ tx }: Change, { accountId, contactId }: ContactViewer): Promise<ContactFacts> {
  const [found] = await listFacts(tx, accountId, [contactId]);
  if (!found) throw notFound("contact");
  return found;
}

/** Leaves what a changed consent leaves: a row of history, an audit entry, an event. */
export async function recordConsent(change: Change, row: ConsentRow): Promise<void> {
  const { contactId, studioId, purpose, state } = row;
  await keepChange(change.tx, row);
  change.audit({ action: `consent.${state}`, subjectType: "Contact", subjectId: contactId, fields: [purpose] });
  change.emit({ type: "consent.changed", ids: { contactId, studioId } });
}

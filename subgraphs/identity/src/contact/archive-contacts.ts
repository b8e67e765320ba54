import type { Change } from "@studio/kit/db/change.js";
import { endSignIns } from "../verification/end-sign-ins.js";
import { markArchived, markRestored } from "./archive.repository.js";
import type { ContactEventType } from "./contact.events.js";
import type { ContactRow } from "./contact.repository.js";

/** Whose contacts, and when. */
interface Moment {
  accountId: string;
  at: Date;
}

/** Sets contacts aside that the caller holds and may archive, and signs them out. */
export async function archiveContacts(
  change: Change<never>,
  { accountId, at }: Moment,
  ids: readonly string[],
): Promise<ContactRow[]> {
  const contacts = await markArchived(change.tx, accountId, ids, at);
  await endSignIns(change.tx, accountId, ids, at);
  record(change, "contact.archived", contacts);
  return contacts;
}

/** Brings contacts back that the caller holds and may restore. */
export async function restoreContacts(
  change: Change<never>,
  { accountId, at }: Moment,
  ids: readonly string[],
): Promise<ContactRow[]> {
  const contacts = await markRestored(change.tx, accountId, ids, at);
  record(change, "contact.restored", contacts);
  return contacts;
}

function record({ audit, emit }: Change<never>, type: ContactEventType, contacts: readonly ContactRow[]): void {
  for (const { id } of contacts) {
    audit({ action: type, subjectType: "Contact", subjectId: id, fields: ["status"] });
    emit({ type, ids: { contactId: id } });
  }
}

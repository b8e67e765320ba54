import { signedInMember } from "@studio/kit/auth/signed-in.js";
import type { Change } from "@studio/kit/db/change.js";
import { toGlobalId } from "@studio/kit/paging/global-id.js";
import { archiveContacts, restoreContacts } from "../contact/archive-contacts.js";
import type { ContactRow } from "../contact/contact.repository.js";
import type { IdentityContext } from "../context.js";
import { putContacts, takeContacts } from "../group/manage-group.repository.js";
import { findOpenInvitations } from "../invitation/invitation.repository.js";
import { inviteContacts } from "../invitation/invite-contacts.js";
import type { BulkActionKind, BulkRowRefusal } from "./bulk-action.values.js";
import type { BulkSubject } from "./bulk-subject.js";
import { changeOption } from "./change-option.js";

/** Contacts that the worker holds and that the policy lets through, and what the action is about. */
export interface Batch extends BulkSubject {
  /** As whoever started the action. */
  context: IdentityContext;
  change: Change<never>;
  accountId: string;
  at: Date;
  contacts: readonly ContactRow[];
}

/** For whom something changed, and for whom not for a reason; the others were so already. */
export interface Worked {
  changed: readonly string[];
  refused?: ReadonlyMap<string, BulkRowRefusal>;
}

/** Does something to a batch of contacts, with its audit and events. */
type Work = (batch: Batch) => Promise<Worked>;

/** What each kind does: a new kind is a line here, one in the policy, what it needs, and a value. */
export const WORK: Readonly<Record<BulkActionKind, Work>> = {
  archive: async (batch) => ({ changed: idsOf(await archiveContacts(batch.change, batch, idsOf(batch.contacts))) }),
  restore: async (batch) => ({ changed: idsOf(await restoreContacts(batch.change, batch, idsOf(batch.contacts))) }),
  add_to_group: (batch) => moveContacts(batch, "group.contacts_added", putContacts),
  remove_from_group: (batch) => moveContacts(batch, "group.contacts_removed", takeContacts),
  invite,
  add_option: (batch) => changeOption(batch, true),
  remove_option: (batch) => changeOption(batch, false),
};

const idsOf = (contacts: readonly ContactRow[]) => contacts.map(({ id }) => id);

async function moveContacts(
  { change, group, contacts }: Batch,
  action: string,
  write: typeof putContacts,
): Promise<Worked> {
  if (!group) throw new Error("This bulk action needs a group.");
  const changed = await write(change.tx, group, idsOf(contacts));
  if (changed.length === 0) return { changed };
  const fields = changed.map((id) => toGlobalId("Contact", id));
  change.audit({ action, subjectType: "Group", subjectId: group.id, fields });
  for (const contactId of changed) change.emit({ type: "contact.updated", ids: { contactId } });
  return { changed };
}

/** Who has an invitation to the studio that may still be accepted gets no second one. */
async function invite({ context, change, accountId, studioId, at, contacts }: Batch): Promise<Worked> {
  if (studioId === null) throw new Error("This bulk action needs a studio.");
  const open = await findOpenInvitations(change.tx, accountId, studioId, idsOf(contacts), at);
  const invited = new Set(open.map(({ contactId }) => contactId));
  const changed = idsOf(contacts).filter((id) => !invited.has(id));
  const { memberId: invitedBy } = signedInMember(context);
  await inviteContacts(context.services, change, { accountId, studioId, invitedBy, at }, changed);
  return { changed };
}

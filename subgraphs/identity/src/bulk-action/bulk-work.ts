import type { Change } from "@studio/kit/db/change.js";
import { toGlobalId } from "@studio/kit/paging/global-id.js";
import { archiveContacts, restoreContacts } from "../contact/archive-contacts.js";
import { putContacts, takeContacts, type GroupRow } from "../group/manage-group.repository.js";
import type { BulkActionKind } from "./bulk-action.values.js";

/** Contacts that the worker holds and that the policy lets through. */
export interface Batch {
  change: Change<never>;
  accountId: string;
  at: Date;
  /** The group, where the kind is about one. */
  group: GroupRow | null;
  contactIds: readonly string[];
}

/** Does something to a batch of contacts, with its audit and events. @returns for whom something changed */
type Work = (batch: Batch) => Promise<string[]>;

/** What each kind does: a new kind is a line here, one in the policy, and a value. */
export const WORK: Readonly<Record<BulkActionKind, Work>> = {
  archive: async ({ change, accountId, at, contactIds }) =>
    (await archiveContacts(change, { accountId, at }, contactIds)).map(({ id }) => id),
  restore: async ({ change, accountId, at, contactIds }) =>
    (await restoreContacts(change, { accountId, at }, contactIds)).map(({ id }) => id),
  add_to_group: (batch) => moveContacts(batch, "group.contacts_added", putContacts),
  remove_from_group: (batch) => moveContacts(batch, "group.contacts_removed", takeContacts),
};

async function moveContacts(
  { change, group, contactIds }: Batch,
  action: string,
  write: typeof putContacts,
): Promise<string[]> {
  if (!group) throw new Error("This bulk action needs a group.");
  const moved = await write(change.tx, group, contactIds);
  if (moved.length === 0) return moved;
  const fields = moved.map((id) => toGlobalId("Contact", id));
  change.audit({ action, subjectType: "Group", subjectId: group.id, fields });
  for (const contactId of moved) change.emit({ type: "contact.updated", ids: { contactId } });
  return moved;
}

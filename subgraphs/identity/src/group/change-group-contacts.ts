import type { Tx } from "@studio/kit/db/database.js";
import { parseGlobalId, toGlobalId } from "@studio/kit/paging/global-id.js";
import { lockContacts } from "../contact/contact.repository.js";
import { ProcessingRestricted } from "../contact/contact-state.errors.js";
import type { IdentityContext } from "../context.js";
import { changeGroup } from "./change-group.js";
import { GroupArchived, TooManyContacts, UnknownContacts } from "./group.errors.js";
import type { ContactsOfGroupInput } from "./group.input.js";
import { MAX_CONTACTS_A_CALL } from "./group.policy.js";
import { GroupContactsPayload, type GroupContactsResult } from "./group.result.js";
import type { GroupRow } from "./manage-group.repository.js";

/** Moves contacts into or out of a group. */
export interface ContactsMove {
  /** Its name in the audit trail; the entry names the contacts by id. */
  action: string;
  /** Writes, and tells for whom something changed. */
  write: (tx: Tx, group: GroupRow, contactIds: readonly string[]) => Promise<string[]>;
}

/** Changes who is in a group: all the contacts named, or none if one of them does not exist or is under restriction. */
export async function changeGroupContacts(
  context: IdentityContext,
  { groupId, contactIds }: ContactsOfGroupInput,
  { action, write }: ContactsMove,
): Promise<typeof GroupContactsResult> {
  if (contactIds.length > MAX_CONTACTS_A_CALL) return TooManyContacts.now();
  const given = new Map(contactIds.map((id) => [id, uuidOf(id)]));
  const ids = [...new Set([...given.values()].filter((id) => id !== null))];
  type Result = typeof GroupContactsResult;
  return changeGroup<Result>(context, groupId, async ({ tx, audit, emit, abandon }, group) => {
    if (group.archivedAt !== null) return abandon(GroupArchived.at(["input", "groupId"]));
    const held = await lockContacts(tx, group.accountId, ids);
    const known = new Set<string | null>(held.map(({ id }) => id));
    const unknown = [...given].filter(([, id]) => !known.has(id)).map(([id]) => id);
    if (unknown.length > 0) return abandon(UnknownContacts.being(unknown));
    if (held.some(({ restrictedAt }) => restrictedAt !== null))
      return abandon(ProcessingRestricted.at(["input", "contactIds"]));
    const changed = await write(tx, group, ids);
    const payload = Object.assign(new GroupContactsPayload(), { group, changed: changed.length });
    if (changed.length === 0) return abandon(payload);
    const fields = changed.map((id) => toGlobalId("Contact", id));
    audit({ action, subjectType: "Group", subjectId: group.id, fields });
    for (const contactId of changed) emit({ type: "contact.updated", ids: { contactId } });
    return payload;
  });
}

function uuidOf(globalId: string): string | null {
  const parsed = parseGlobalId(globalId);
  return parsed?.type === "Contact" ? parsed.id : null;
}

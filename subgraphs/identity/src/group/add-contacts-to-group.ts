import type { IdentityContext } from "../context.js";
import { changeGroupContacts } from "./change-group-contacts.js";
import type { AddContactsToGroupInput } from "./group.input.js";
import type { GroupContactsResult } from "./group.result.js";
import { putContacts } from "./manage-group.repository.js";

/** Puts contacts into a group; a contact may be in several. */
export function addContactsToGroup(
  context: IdentityContext,
  input: AddContactsToGroupInput,
): Promise<typeof GroupContactsResult> {
  return changeGroupContacts(context, input, { action: "group.contacts_added", write: putContacts });
}

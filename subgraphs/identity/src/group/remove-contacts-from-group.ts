import type { IdentityContext } from "../context.js";
import { changeGroupContacts } from "./change-group-contacts.js";
import type { RemoveContactsFromGroupInput } from "./group.input.js";
import type { GroupContactsResult } from "./group.result.js";
import { takeContacts } from "./manage-group.repository.js";

/** Takes contacts out of a group. */
export function removeContactsFromGroup(
  context: IdentityContext,
  input: RemoveContactsFromGroupInput,
): Promise<typeof GroupContactsResult> {
  return changeGroupContacts(context, input, { action: "group.contacts_removed", write: takeContacts });
}

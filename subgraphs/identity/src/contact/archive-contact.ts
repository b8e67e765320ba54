import { changeState } from "@studio/kit/db/change.js";
import { fromGlobalId } from "@studio/kit/paging/global-id.js";
import { accountOf, changeScope, type IdentityContext } from "../context.js";
import { archiveContacts } from "./archive-contacts.js";
import { isSetAside, refuseArchiving } from "./contact-state.policy.js";
import type { ArchiveContactInput } from "./edit-contact.input.js";
import { ArchiveContactPayload, withContact, type ArchiveContactResult } from "./edit-contact.type.js";
import { holdContact } from "./hold-contact.js";

/**
 * Sets a contact aside: nobody signs in as them until they are restored.
 * @throws NOT_FOUND if the contact is out of the viewer's reach
 */
export function archiveContact(
  context: IdentityContext,
  input: ArchiveContactInput,
): Promise<typeof ArchiveContactResult> {
  const accountId = accountOf(context);
  const at = context.services.clock.now();
  return changeState<typeof ArchiveContactResult>(changeScope(context, accountId), async (change) => {
    const wanted = { id: fromGlobalId("Contact", input.id), version: input.version };
    const held = await holdContact(context, change.tx, wanted, (contact) => refuseArchiving(context.viewer, contact));
    if ("refused" in held) return change.abandon(held.refused);
    if (isSetAside(held.contact)) return change.abandon(withContact(new ArchiveContactPayload(), held.contact));
    const [contact] = await archiveContacts(change, { accountId, at }, [held.contact.id]);
    return withContact(new ArchiveContactPayload(), contact ?? held.contact);
  });
}

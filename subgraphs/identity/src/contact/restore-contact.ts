import { changeState } from "@studio/kit/db/change.js";
import { fromGlobalId } from "@studio/kit/paging/global-id.js";
import { accountOf, changeScope, type IdentityContext } from "../context.js";
import { restoreContacts } from "./archive-contacts.js";
import { refuseRestoring } from "./contact-state.policy.js";
import type { RestoreContactInput } from "./edit-contact.input.js";
import { RestoreContactPayload, withContact, type RestoreContactResult } from "./edit-contact.type.js";
import { holdContact } from "./hold-contact.js";

/**
 * Brings an archived contact back as what they were.
 * @throws NOT_FOUND if the contact is out of the viewer's reach
 */
export function restoreContact(
  context: IdentityContext,
  input: RestoreContactInput,
): Promise<typeof RestoreContactResult> {
  const accountId = accountOf(context);
  const at = context.services.clock.now();
  return changeState<typeof RestoreContactResult>(changeScope(context, accountId), async (change) => {
    const wanted = { id: fromGlobalId("Contact", input.id), version: input.version };
    const held = await holdContact(context, change.tx, wanted, refuseRestoring);
    if ("refused" in held) return change.abandon(held.refused);
    const [contact] = await restoreContacts(change, { accountId, at }, [held.contact.id]);
    return withContact(new RestoreContactPayload(), contact ?? held.contact);
  });
}

import type { Tx } from "@studio/kit/db/database.js";
import { notFound } from "@studio/kit/error/codes.js";
import { fromGlobalId } from "@studio/kit/paging/global-id.js";
import type { StateRefusal } from "../contact/contact-state.policy.js";
import type { ContactRow } from "../contact/contact.repository.js";
import { holdContact } from "../contact/hold-contact.js";
import { accountOf, type IdentityContext } from "../context.js";
import { findInvitationsById, lockInvitation, type InvitationRow } from "./invitation.repository.js";

/**
 * Takes hold of an invitation and, before it, of its contact, whose state may refuse.
 * @throws NOT_FOUND if the contact is out of the viewer's reach
 */
export async function holdInvitation(
  context: IdentityContext,
  tx: Tx,
  globalId: string,
  refuse: (contact: ContactRow) => StateRefusal | null,
): Promise<{ invitation: InvitationRow } | Extract<Awaited<ReturnType<typeof holdContact>>, { refused: unknown }>> {
  const accountId = accountOf(context);
  const [found] = await findInvitationsById(tx, accountId, [fromGlobalId("Invitation", globalId)]);
  if (!found) throw notFound("invitation");
  const held = await holdContact(context, tx, { id: found.contactId }, refuse);
  if ("refused" in held) return held;
  const invitation = await lockInvitation(tx, accountId, found.id);
  if (!invitation) throw notFound("invitation");
  return { invitation };
}

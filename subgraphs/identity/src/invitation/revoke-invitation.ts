import { signedInMember } from "@studio/kit/auth/signed-in.js";
import { changeState } from "@studio/kit/db/change.js";
import type { ContactEventType } from "../contact/contact.events.js";
import { refuseRestricted } from "../contact/contact-state.policy.js";
import { changeScope, readAnew, type IdentityContext } from "../context.js";
import type { IdInput } from "../id-input.js";
import { holdInvitation } from "./hold-invitation.js";
import { InvitationOver } from "./invitation.errors.js";
import { isOpen, statusOf } from "./invitation.policy.js";
import { markUninvited, updateInvitation } from "./invitation.repository.js";
import { withInvitation, type RevokeInvitationResult } from "./invitation.result.js";

type Result = typeof RevokeInvitationResult;

/**
 * Withdraws an invitation that nobody has accepted: its link is dead, and a mail that waits does not leave.
 * @throws NOT_FOUND if its contact is out of the viewer's reach
 */
export async function revokeInvitation(context: IdentityContext, { id }: IdInput): Promise<Result> {
  const { accountId } = signedInMember(context);
  const at = context.services.clock.now();
  const result = await changeState<Result>(changeScope(context, accountId), async ({ tx, audit, emit, abandon }) => {
    const held = await holdInvitation(context, tx, id, refuseRestricted);
    if ("refused" in held) return abandon(held.refused);
    const status = statusOf(held.invitation, at);
    if (!isOpen(status)) return abandon(InvitationOver.at(["input", "id"], status));
    const invitation = await updateInvitation(tx, held.invitation, { revokedAt: at, tokenSealed: null });
    const { contactId, studioId } = invitation;
    const isUninvited = await markUninvited(tx, accountId, contactId, at);
    const fields = isUninvited ? ["invitations", "status"] : ["invitations"];
    const type: ContactEventType = "contact.invitation_revoked";
    audit({ action: type, subjectType: "Contact", subjectId: contactId, fields });
    emit({ type, ids: { contactId, studioId, invitationId: invitation.id } });
    return withInvitation(invitation);
  });
  readAnew(context);
  return result;
}

import { signedInMember } from "@studio/kit/auth/signed-in.js";
import { changeState } from "@studio/kit/db/change.js";
import { notFound } from "@studio/kit/error/codes.js";
import { fromGlobalId } from "@studio/kit/paging/global-id.js";
import { AccountClosing } from "../account/account.errors.js";
import { findAccount } from "../account/account.repository.js";
import { refuseInviting } from "../contact/contact-state.policy.js";
import { holdContact } from "../contact/hold-contact.js";
import { changeScope, readAnew, type IdentityContext } from "../context.js";
import { findOpenStudio, findStudioName } from "../studio/published-studio.repository.js";
import { AlreadyInvited, StudioNotPublished } from "./invitation.errors.js";
import type { InviteContactInput } from "./invitation.input.js";
import { findOpenInvitations } from "./invitation.repository.js";
import { withInvitation, type InviteContactResult } from "./invitation.result.js";
import { inviteContacts } from "./invite-contacts.js";

type Result = typeof InviteContactResult;

/**
 * Invites a contact to a studio by a link of their own (P01, P05). Following it does not use it up; accepting does.
 * @throws NOT_FOUND if the contact is out of the viewer's reach, or the account has no such studio
 */
export async function inviteContact(context: IdentityContext, input: InviteContactInput): Promise<Result> {
  const { accountId, memberId: invitedBy } = signedInMember(context);
  const contactId = fromGlobalId("Contact", input.contactId);
  const studioId = fromGlobalId("Studio", input.studioId);
  const at = context.services.clock.now();
  const result = await changeState<Result>(changeScope(context, accountId), async (change) => {
    const { tx, abandon } = change;
    if ((await findAccount(tx, accountId))?.status !== "active") return abandon(AccountClosing.now());
    const held = await holdContact(context, tx, { id: contactId, path: "contactId" }, refuseInviting);
    if ("refused" in held) return abandon(held.refused);
    if ((await findStudioName(tx, accountId, studioId)) === null) throw notFound("studio");
    if (!(await findOpenStudio(tx, accountId, studioId))) return abandon(StudioNotPublished.at(["input", "studioId"]));
    const [open] = await findOpenInvitations(tx, accountId, studioId, [contactId], at);
    if (open) return abandon(AlreadyInvited.by(open));
    const [invitation] = await inviteContacts(context.services, change, { accountId, studioId, invitedBy, at }, [
      contactId,
    ]);
    return withInvitation(invitation!);
  });
  readAnew(context);
  return result;
}

import { signedInMember } from "@studio/kit/auth/signed-in.js";
import { after } from "@studio/kit/clock.js";
import { changeState } from "@studio/kit/db/change.js";
import { AccountClosing } from "../account/account.errors.js";
import { findAccount } from "../account/account.repository.js";
import type { ContactEventType } from "../contact/contact.events.js";
import { refuseInviting } from "../contact/contact-state.policy.js";
import { changeScope, readAnew, type IdentityContext } from "../context.js";
import type { IdInput } from "../id-input.js";
import { CONTACT_INVITATION_MAIL, type ContactInvitationMailJob } from "../mail/contact-invitation-mail.job.js";
import { InvitationJustSent } from "../member/member.errors.js";
import { findOpenStudio } from "../studio/published-studio.repository.js";
import { holdInvitation } from "./hold-invitation.js";
import { InvitationOver, StudioNotPublished } from "./invitation.errors.js";
import { MIN_PAUSE_MS, mayResend, statusOf } from "./invitation.policy.js";
import { markInvited, updateInvitation } from "./invitation.repository.js";
import { withInvitation, type ResendInvitationResult } from "./invitation.result.js";
import { issueLink } from "./issue-link.js";

type Result = typeof ResendInvitationResult;

/**
 * Sends an invitation again, with a new link and a new deadline: the earlier link is dead. Not twice within a minute.
 * @throws NOT_FOUND if its contact is out of the viewer's reach
 */
export async function resendInvitation(context: IdentityContext, { id }: IdInput): Promise<Result> {
  const { accountId } = signedInMember(context);
  const { services } = context;
  const at = services.clock.now();
  const result = await changeState<Result>(changeScope(context, accountId), async ({ tx, audit, emit, abandon }) => {
    if ((await findAccount(tx, accountId))?.status !== "active") return abandon(AccountClosing.now());
    const held = await holdInvitation(context, tx, id, refuseInviting);
    if ("refused" in held) return abandon(held.refused);
    const { invitation: before } = held;
    const status = statusOf(before, at);
    if (!mayResend(status)) return abandon(InvitationOver.at(["input", "id"], status));
    const retryAt = after(before.issuedAt, MIN_PAUSE_MS);
    if (retryAt > at) return abandon(InvitationJustSent.until(retryAt));
    const { contactId, studioId } = before;
    if (!(await findOpenStudio(tx, accountId, studioId))) return abandon(StudioNotPublished.at(["input", "id"]));
    const issues = before.issues + 1;
    const invitation = await updateInvitation(tx, before, { ...issueLink(services, accountId, before.id, at), issues });
    await markInvited(tx, accountId, [contactId], at);
    const job: ContactInvitationMailJob = { accountId, invitationId: before.id, issue: issues };
    await services.jobs.enqueue(tx, CONTACT_INVITATION_MAIL, job);
    audit({
      action: "contact.invitation_resent",
      subjectType: "Contact",
      subjectId: contactId,
      fields: ["invitations"],
    });
    const type: ContactEventType = "contact.invited";
    emit({ type, ids: { contactId, studioId, invitationId: before.id } });
    return withInvitation(invitation);
  });
  readAnew(context);
  return result;
}

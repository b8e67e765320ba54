import type { SystemActor } from "@studio/kit/auth/viewer.js";
import { changeState } from "@studio/kit/db/change.js";
import { INVITATION_PATH } from "../invitation/invitation-page.route.js";
import { openInvitationToken } from "../invitation/invitation-token.js";
import { isOpen, statusOf } from "../invitation/invitation.policy.js";
import { findWithAccount, markLinkSent } from "../invitation/invitation.repository.js";
import { findStudioName } from "../studio/published-studio.repository.js";
import { CONTACT_INVITATION_MAIL, type ContactInvitationMailJob } from "./contact-invitation-mail.job.js";
import { contactInvitationMail } from "./contact-invitation-mail.js";
import type { MailServices } from "./send-verification-mail.js";

const PART: SystemActor = { kind: "system", part: CONTACT_INVITATION_MAIL };

/**
 * Sends the mail of a link once, then destroys its sealed token. A worker that dies between the two sends again, under
 * the same Message-ID. A link that was withdrawn, replaced or has expired is not sent, nor one of a closing account.
 */
export async function sendContactInvitationMail(
  services: MailServices & { publicUrl: string },
  { accountId, invitationId: id, issue }: ContactInvitationMailJob,
): Promise<void> {
  const { db, clock, wake, keys, mailer, domain, publicUrl } = services;
  const found = await db.inAccount(accountId, async (tx) => {
    const unsent = await findWithAccount(tx, accountId, id);
    return unsent && { ...unsent, studioName: await findStudioName(tx, accountId, unsent.invitation.studioId) };
  });
  if (!found?.email || found.studioName === null || found.accountStatus !== "active") return;
  const { email: to, accountName, studioName, locale, invitation } = found;
  const { tokenSealed, expiresAt, contactId } = invitation;
  const isDue = invitation.issues === issue && isOpen(statusOf(invitation, clock.now()));
  if (!tokenSealed || !isDue) return;
  const token = openInvitationToken(keys, { invitee: "contact", accountId, id }, tokenSealed);
  const link = `${publicUrl}${INVITATION_PATH}${token}`;
  const messageId = `<${id}.${issue}@${domain}>`;
  await mailer.send(contactInvitationMail({ to, accountName, studioName, locale, link, expiresAt, messageId }));
  const scope = { db, clock, wake, viewer: PART, accountId, requestId: id };
  await changeState(scope, async ({ tx, audit }) => {
    await markLinkSent(tx, accountId, id, issue, clock.now());
    audit({ action: "contact.invitation_sent", subjectType: "Contact", subjectId: contactId });
  });
}

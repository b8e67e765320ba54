import type { SystemActor } from "@studio/kit/auth/viewer.js";
import { changeState } from "@studio/kit/db/change.js";
import { openInvitationToken } from "../invitation/invitation-token.js";
import { JOIN_PATH } from "../member/join-page.route.js";
import { findInvitation, markInvitationSent } from "../member/member-invitation.repository.js";
import { MEMBER_INVITATION_MAIL, type MemberInvitationMailJob } from "./member-invitation-mail.job.js";
import { memberInvitationMail } from "./member-invitation-mail.js";
import type { MailServices } from "./send-verification-mail.js";

const PART: SystemActor = { kind: "system", part: MEMBER_INVITATION_MAIL };

/**
 * Sends the mail of an invitation once, then destroys its sealed token. A worker that dies between the two sends
 * again, under the same Message-ID. One that was withdrawn, replaced or has expired is not sent.
 */
export async function sendMemberInvitationMail(
  services: MailServices & { publicUrl: string },
  { accountId, invitationId: id }: MemberInvitationMailJob,
): Promise<void> {
  const { db, clock, wake, keys, mailer, domain, publicUrl } = services;
  const found = await db.inAccount(accountId, (tx) => findInvitation(tx, accountId, id));
  const sealed = found?.invitation.tokenSealed;
  if (!found || !sealed || found.invitation.expiresAt <= clock.now()) return;
  const { email: to, accountName, locale, invitation } = found;
  const link = `${publicUrl}${JOIN_PATH}${openInvitationToken(keys, { invitee: "member", accountId, id }, sealed)}`;
  const messageId = `<${id}@${domain}>`;
  await mailer.send(
    memberInvitationMail({ to, accountName, locale, link, expiresAt: invitation.expiresAt, messageId }),
  );
  const scope = { db, clock, wake, viewer: PART, accountId, requestId: id };
  await changeState(scope, async ({ tx, audit }) => {
    await markInvitationSent(tx, accountId, id, clock.now());
    audit({ action: "member.invitation_sent", subjectType: "Member", subjectId: invitation.memberId });
  });
}

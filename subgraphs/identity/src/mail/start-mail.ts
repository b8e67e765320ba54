import type { Jobs } from "@studio/kit/jobs/jobs.js";
import type { IdentityServices } from "../services.js";
import { CONTACT_INVITATION_MAIL, type ContactInvitationMailJob } from "./contact-invitation-mail.job.js";
import { openMailer, senderDomain } from "./mailer.js";
import { MEMBER_INVITATION_MAIL, type MemberInvitationMailJob } from "./member-invitation-mail.job.js";
import { sendContactInvitationMail } from "./send-contact-invitation-mail.js";
import { sendMemberInvitationMail } from "./send-member-invitation-mail.js";
import { sendVerificationMail } from "./send-verification-mail.js";
import { sendWebhookDisabledMail } from "./send-webhook-disabled-mail.js";
import { WEBHOOK_DISABLED_MAIL, type WebhookDisabledMailJob } from "./webhook-disabled-mail.job.js";
import { VERIFICATION_MAIL, type VerificationMailJob } from "./verification-mail.job.js";

/** The queues of mails that wait to be sent. */
export const MAIL_QUEUES = [
  VERIFICATION_MAIL,
  MEMBER_INVITATION_MAIL,
  CONTACT_INVITATION_MAIL,
  WEBHOOK_DISABLED_MAIL,
] as const;

export interface MailSettings {
  smtpUrl: string;
  mailFrom: string;
  /** Where links in mails lead. */
  publicUrl: string;
}

/** Takes up the mail queues. @returns what closes the connections to the mail server, once the jobs have stopped */
export async function startMail(
  services: Pick<IdentityServices, "db" | "clock" | "wake" | "keys">,
  jobs: Jobs,
  { smtpUrl, mailFrom, publicUrl }: MailSettings,
): Promise<{ close(): void }> {
  const mailer = openMailer(smtpUrl, mailFrom);
  const mail = { ...services, mailer, domain: senderDomain(mailFrom), publicUrl };
  await jobs.work<VerificationMailJob>(VERIFICATION_MAIL, (job) => sendVerificationMail(mail, job), { concurrency: 2 });
  await jobs.work<MemberInvitationMailJob>(MEMBER_INVITATION_MAIL, (job) => sendMemberInvitationMail(mail, job));
  await jobs.work<ContactInvitationMailJob>(CONTACT_INVITATION_MAIL, (job) => sendContactInvitationMail(mail, job), {
    concurrency: 2,
  });
  await jobs.work<WebhookDisabledMailJob>(WEBHOOK_DISABLED_MAIL, (job) => sendWebhookDisabledMail(mail, job));
  return mailer;
}

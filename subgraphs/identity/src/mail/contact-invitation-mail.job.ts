/** The queue of contacts' invitation mails. A job holds ids only; the link stays sealed in its invitation. */
export const CONTACT_INVITATION_MAIL = "contact-invitation-mail";

export interface ContactInvitationMailJob {
  accountId: string;
  invitationId: string;
  /** Which of the invitation's links: one that a newer has replaced is not sent. */
  issue: number;
}

/** The queue of members' invitation mails. A job holds ids only; the link stays sealed in its invitation. */
export const MEMBER_INVITATION_MAIL = "member-invitation-mail";

export interface MemberInvitationMailJob {
  accountId: string;
  invitationId: string;
}

/** What the event log tells about a contact. Each carries `contactId`; merges also `duplicateId`, invitations' also `studioId` and `invitationId`. */
export type ContactEventType =
  | "contact.created"
  | "contact.updated"
  | "contact.archived"
  | "contact.restored"
  | "contact.merged"
  | "contact.unmerged"
  | "contact.invited"
  | "contact.invitation_opened"
  | "contact.invitation_accepted"
  | "contact.invitation_revoked";

/** What the event log tells about a contact. Each carries `contactId`; the last two also `duplicateId`. */
export type ContactEventType =
  | "contact.created"
  | "contact.updated"
  | "contact.archived"
  | "contact.restored"
  | "contact.merged"
  | "contact.unmerged";

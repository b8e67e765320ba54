/** What the event log tells about a contact. Each carries `contactId`; a merge also `duplicateId`. */
export const CONTACT_EVENTS = [
  "contact.created",
  "contact.updated",
  "contact.archived",
  "contact.restored",
  "contact.merged",
  "contact.unmerged",
] as const;

export type ContactEventType = (typeof CONTACT_EVENTS)[number];

export const CONTACT_STATUSES = ["invited", "unverified", "verified", "archived", "erasing", "erased"] as const;

/** Where a contact is in their life. */
export type ContactStatus = (typeof CONTACT_STATUSES)[number];

import type { Viewer } from "@studio/kit/auth/viewer.js";
import type { Audience } from "./access-table.js";

/** What is known of the contact that is asked about. */
export interface ContactFacts {
  contactId: string;
  /** The groups the contact is in. */
  groupIds: readonly string[];
  /** Whether processing is restricted (GDPR art. 18). */
  restricted: boolean;
}

/**
 * The column of the access matrix in which the viewer stands before this contact, or null if the contact does not exist
 * for them: another person, a group that the coordinator does not have, or, for staff, one under restriction.
 */
export function audienceOf(viewer: Viewer, contact: ContactFacts): Audience | null {
  switch (viewer.kind) {
    case "anonymous":
      return "anonymous";
    case "contact":
      return viewer.contactId === contact.contactId ? "self" : null;
    case "member":
      if (viewer.role !== "coordinator") return viewer.role;
      return contact.groupIds.some((group) => viewer.groupIds.includes(group)) ? "coordinator" : null;
    case "api_client":
      return viewer.purpose;
    case "staff":
      if (contact.restricted) return null;
      return viewer.grantId === null ? "staff" : "staff_with_grant";
    default:
      return viewer satisfies never;
  }
}

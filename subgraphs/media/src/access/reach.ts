import { decideFieldAccess } from "@studio/identity/access/decide-field-access.js";
import type { Viewer } from "@studio/kit/auth/viewer.js";
import type { PublishedContact } from "../published/published-contact.js";

/** Which of an account's contacts a viewer may know of, as a query narrows by it. */
export interface Reach {
  /** Only this contact. */
  contactId: string | null;
  /** Only contacts in one of these groups. */
  groupIds: readonly string[] | null;
  /** Whether contacts whose processing is restricted do not exist for the viewer. */
  hidesRestricted: boolean;
}

/** Whether the contact exists for the viewer: its id and status may be read (the access matrix's first row). */
export function mayKnow(viewer: Viewer, contact: PublishedContact | null): contact is PublishedContact {
  return contact !== null && decideFieldAccess(viewer, "idAndStatus", contact).kind !== "denied";
}

/**
 * Whether a viewer may know that something happened: to a contact they may know of, to none, or to one that is no more
 * if they would have known every contact of the account.
 */
export function mayKnowEventOf(
  viewer: Viewer,
  contactId: string | undefined,
  contact: PublishedContact | null,
): boolean {
  if (contactId === undefined || mayKnow(viewer, contact)) return true;
  const reach = contact === null ? reachOf(viewer) : null;
  return reach !== null && reach.contactId === null && reach.groupIds === null;
}

/** The contacts a viewer may know of, or null for none. Agrees with `mayKnow` about every contact. */
export function reachOf(viewer: Viewer): Reach | null {
  const contactId = viewer.kind === "contact" ? viewer.contactId : null;
  const groupIds = viewer.kind === "member" && viewer.role === "coordinator" ? viewer.groupIds : null;
  const sample = { contactId: contactId ?? "", groupIds: groupIds ?? [], verified: true };
  if (viewer.accountId === null || !mayKnow(viewer, { ...sample, restricted: false })) return null;
  return { contactId, groupIds, hidesRestricted: !mayKnow(viewer, { ...sample, restricted: true }) };
}

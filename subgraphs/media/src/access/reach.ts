import type { AccessRow } from "@studio/identity/access/access-table.js";
import { toDecision } from "@studio/identity/access/contact-rules.js";
import { decideFieldAccess } from "@studio/identity/access/decide-field-access.js";
import type { Viewer } from "@studio/kit/auth/viewer.js";
import { notFound } from "@studio/kit/error/codes.js";
import type { RequestContext } from "@studio/kit/server/request-context.js";
import type { Decision } from "@studio/kit/shield/rule.js";
import type { PublishedContact } from "../published/published-contact.js";

/** Which of an account's contacts a viewer may know of, as a query narrows by it. */
export interface Reach {
  /** Only this contact. */
  contactId: string | null;
  /** Only contacts in one of these groups. */
  groupIds: readonly string[] | null;
}

/** The row of the access table that speaks for what contacts do: submissions, photos, events. */
export const DOINGS: AccessRow = "status";

/** Whether the contact exists for the viewer: its id may be read (the access matrix's first row). */
export function mayKnow(viewer: Viewer, contact: PublishedContact | null): contact is PublishedContact {
  return contact !== null && decideFieldAccess(viewer, "idAndFlag", contact).kind !== "denied";
}

/**
 * Whether the viewer may know what a contact does: their submissions and photos, and what happens to them. A restriction
 * of processing closes that, but for themselves and for a stated purpose, which the trail has.
 * @returns true, or NOT_FOUND or FORBIDDEN to throw: not found is the same as where there is no such thing at all
 */
export function decideDoings(
  context: RequestContext,
  contact: PublishedContact | null,
  what: "submission" | "photo" | "event",
): Decision {
  return mayKnow(context.viewer, contact) ? toDecision(context, DOINGS, `Contact.${what}s`, contact) : notFound(what);
}

/**
 * Whether a viewer may know that something happened: to a contact of whom they may know it, to none, or to one that is
 * no more if they would have known every contact of the account.
 */
export function mayKnowEventOf(
  context: RequestContext,
  contactId: string | undefined,
  contact: PublishedContact | null,
): boolean {
  if (contactId === undefined) return true;
  if (contact !== null) return decideDoings(context, contact, "event") === true;
  const reach = reachOf(context.viewer);
  return reach !== null && reach.contactId === null && reach.groupIds === null;
}

/** The contacts a viewer may know of, or null for none. Agrees with `mayKnow` about those not under restriction. */
export function reachOf(viewer: Viewer): Reach | null {
  const contactId = viewer.kind === "contact" ? viewer.contactId : null;
  const groupIds = viewer.kind === "member" && viewer.role === "coordinator" ? viewer.groupIds : null;
  const sample = { contactId: contactId ?? "", groupIds: groupIds ?? [], verified: true, restricted: false };
  return viewer.accountId === null || !mayKnow(viewer, sample) ? null : { contactId, groupIds };
}

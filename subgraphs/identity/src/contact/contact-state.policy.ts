import type { Viewer } from "@studio/kit/auth/viewer.js";
import type { ContactStatus } from "./contact-status.js";

/** Why a contact's state does not allow what is asked. */
export type StateRefusal = "archived" | "not_archived" | "merged" | "erased" | "restricted";

/** Why a merge cannot be undone. */
export type UnmergingRefusal = StateRefusal | "not_merged";

/** What decides. */
export interface ContactState {
  status: ContactStatus;
  mergedInto: string | null;
  restrictedAt: Date | null;
}

/**
 * Values of an erased contact are gone, and those of a merged one are kept only to undo the merge. Of a contact under
 * restriction the others change nothing; what they themselves may not, they are told value by value.
 */
export function refuseUpdating(viewer: Pick<Viewer, "kind">, contact: ContactState): StateRefusal | null {
  return (viewer.kind === "contact" ? null : refuseRestricted(contact)) ?? refuseGone(contact);
}

/**
 * A contact under restriction may be set aside by the HR system alone, as the access matrix says, whatever they were:
 * it may not know. Who is set aside already then stays as they are.
 */
export function refuseArchiving(viewer: Pick<Viewer, "kind">, contact: ContactState): StateRefusal | null {
  if (contact.restrictedAt !== null) return viewer.kind === "api_client" ? null : "restricted";
  return refuseGone(contact) ?? (contact.status === "archived" ? "archived" : null);
}

/** Only what was archived, and not merged, comes back. */
export function refuseRestoring(contact: ContactState): StateRefusal | null {
  return refuseMerging(contact) ?? (contact.status === "archived" ? null : "not_archived");
}

/** Whether a contact is archived, or gone for good. */
export function isSetAside(contact: ContactState): boolean {
  return contact.status === "archived" || refuseGone(contact) !== null;
}

/** Who was set aside is not invited, nor is anybody whose processing is restricted. */
export function refuseInviting(contact: ContactState): StateRefusal | null {
  return refuseMerging(contact) ?? (contact.status === "archived" ? "archived" : null);
}

/** Both sides of a merge must be there, and open to processing. */
export function refuseMerging(contact: ContactState): StateRefusal | null {
  return refuseRestricted(contact) ?? refuseGone(contact);
}

/** A merge is undone while both sides still have their values; of several merges the last comes first. */
export function refuseUnmerging(survivor: ContactState, duplicate: ContactState): StateRefusal | null {
  return refuseRestricted(duplicate) ?? refuseMerging(survivor) ?? refuseMerging({ ...duplicate, mergedInto: null });
}

/** Comes before every other reason: those would tell the status, which a restriction closes. */
export function refuseRestricted({ restrictedAt }: ContactState): StateRefusal | null {
  return restrictedAt === null ? null : "restricted";
}

function refuseGone({ status, mergedInto }: ContactState): StateRefusal | null {
  if (status === "erasing" || status === "erased") return "erased";
  return mergedInto === null ? null : "merged";
}

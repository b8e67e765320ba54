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

/** Values of an erased contact are gone, and those of a merged one are kept only to undo the merge. */
export function refuseUpdating(contact: ContactState): StateRefusal | null {
  return refuseGone(contact);
}

/** A contact under restriction may be set aside by the HR system alone, as the access matrix says. */
export function refuseArchiving(viewer: Pick<Viewer, "kind">, contact: ContactState): StateRefusal | null {
  const gone = refuseGone(contact);
  if (gone !== null) return gone;
  if (contact.status === "archived") return "archived";
  return contact.restrictedAt !== null && viewer.kind !== "api_client" ? "restricted" : null;
}

/** Only what was archived, and not merged, comes back. */
export function refuseRestoring(contact: ContactState): StateRefusal | null {
  const gone = refuseGone(contact);
  if (gone !== null) return gone;
  if (contact.status !== "archived") return "not_archived";
  return contact.restrictedAt === null ? null : "restricted";
}

/** Who was set aside is not invited, nor is anybody whose processing is restricted. */
export function refuseInviting(contact: ContactState): StateRefusal | null {
  return refuseMerging(contact) ?? (contact.status === "archived" ? "archived" : null);
}

/** Both sides of a merge must be there, and open to processing. */
export function refuseMerging(contact: ContactState): StateRefusal | null {
  return refuseGone(contact) ?? (contact.restrictedAt === null ? null : "restricted");
}

/** A merge is undone while both sides still have their values; of several merges the last comes first. */
export function refuseUnmerging(survivor: ContactState, duplicate: ContactState): StateRefusal | null {
  return refuseMerging(survivor) ?? refuseMerging({ ...duplicate, mergedInto: null });
}

function refuseGone({ status, mergedInto }: ContactState): StateRefusal | null {
  if (status === "erasing" || status === "erased") return "erased";
  return mergedInto === null ? null : "merged";
}

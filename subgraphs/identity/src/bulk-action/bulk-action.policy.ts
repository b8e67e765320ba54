import type { Viewer } from "@studio/kit/auth/viewer.js";
import {
  refuseArchiving,
  refuseInviting,
  refuseMerging,
  refuseRestoring,
  type ContactState,
} from "../contact/contact-state.policy.js";
import type { BulkActionKind, BulkActionState, BulkRowRefusal } from "./bulk-action.values.js";

/** How many contacts are dealt with in one transaction. */
export const BATCH_SIZE = 500;

/** After how many batches a worker lets others' actions have their turn. */
export const BATCHES_A_TURN = 20;

/** How often a worker may begin without dealing with a contact before the action is given up. */
export const MAX_ATTEMPTS = 5;

/** The most contacts that one call may name. */
export const MAX_CONTACT_IDS = 10_000;

/** What is to be done with one contact: something, nothing since it is so already, or nothing for a reason. */
export type Verdict = "do" | "unchanged" | { refusal: BulkRowRefusal };

/** Decides about one contact of a bulk action as the single mutations do, as far as its state goes. */
export function judgeContact(kind: BulkActionKind, viewer: Pick<Viewer, "kind">, contact: ContactState): Verdict {
  switch (kind) {
    case "archive": {
      const refusal = refuseArchiving(viewer, contact);
      if (refusal === "archived") return "unchanged";
      return refusal === null ? "do" : { refusal };
    }
    case "restore": {
      const refusal = refuseRestoring(contact);
      if (refusal === "not_archived") return "unchanged";
      return refusal === null ? "do" : { refusal };
    }
    case "invite": {
      const refusal = refuseInviting(contact);
      return refusal === null ? "do" : { refusal };
    }
    case "add_to_group":
    case "remove_from_group":
    case "add_option":
    case "remove_option": {
      const refusal = refuseMerging(contact);
      return refusal === null ? "do" : { refusal };
    }
    default:
      return kind satisfies never;
  }
}

/** Whether anything may still happen. */
export function isUnderWay(state: BulkActionState): boolean {
  return state === "queued" || state === "running";
}

import type { Purpose } from "@studio/kit/auth/purpose.js";
import type { Viewer } from "@studio/kit/auth/viewer.js";
import type { AccessRow, FieldOwner } from "./access-table.js";
import type { ContactFacts } from "./audience.js";
import { leavesTrace } from "./access-to.js";
import { decideFieldAccess, type FieldAccess } from "./decide-field-access.js";

/** What decides about a field beside its row: a custom field's id and owner, and why the viewer looks. */
export interface UseFacts {
  fieldId?: string;
  fieldOwner?: FieldOwner;
  purpose?: Purpose | undefined;
}

export type FieldUse =
  | {
      kind: "use";
      /** Whether contacts under restriction must be left out: the viewer may not read this field of them. */
      hidesRestricted: boolean;
      /** Whether a purpose opened it, so that its use is recorded. */
      leavesTrace: boolean;
    }
  | { kind: "denied"; reason: string };

/**
 * Whether a viewer may filter, order, search, facet or count contacts by a field at all, from the same table as
 * `decideFieldAccess`. Only a field that they read in full, of every contact in their reach, may be used: a masked value
 * could be guessed character by character, and a hidden one by asking which contacts match. Pure.
 */
export function decideFieldUse(viewer: Viewer, row: AccessRow | undefined, facts: UseFacts = {}): FieldUse {
  const access = decideFieldAccess(withSomeGroup(viewer), row, { ...sampleInReach(viewer), ...facts });
  switch (access.kind) {
    case "read": {
      const restricted = accessUnderRestriction(viewer, row, facts);
      return {
        kind: "use",
        hidesRestricted: restricted.kind !== "read",
        leavesTrace: leavesTrace(row, access) || leavesTrace(row, restricted),
      };
    }
    case "masked":
      return { kind: "denied", reason: "you may read it only masked" };
    case "denied":
      return { kind: "denied", reason: access.reason };
    default:
      return access.kind satisfies never;
  }
}

/** Whether the viewer may read the field of a contact under restriction. */
export function readsRestricted(viewer: Viewer, row: AccessRow | undefined, facts: UseFacts = {}): boolean {
  return accessUnderRestriction(viewer, row, facts).kind === "read";
}

function accessUnderRestriction(viewer: Viewer, row: AccessRow | undefined, facts: UseFacts): FieldAccess {
  return decideFieldAccess(withSomeGroup(viewer), row, { ...sampleInReach(viewer), ...facts, restricted: true });
}

const SOME_GROUP = "some-group";

/** A contact in the viewer's reach: themselves, or one of a coordinator's group. */
function sampleInReach(viewer: Viewer): ContactFacts {
  return { contactId: viewer.kind === "contact" ? viewer.contactId : "", groupIds: [SOME_GROUP], restricted: false };
}

/** A coordinator's fields are decided alike whether or not they have a group yet; without one their list is empty. */
function withSomeGroup(viewer: Viewer): Viewer {
  return viewer.kind === "member" ? { ...viewer, groupIds: [SOME_GROUP] } : viewer;
}

import type { Viewer } from "@studio/kit/auth/viewer.js";
import type { AccessRow, Cell } from "./access-table.js";
import { audienceOf } from "./audience.js";
import {
  FIELD_MAPPED,
  HR_OWNS,
  cellAt,
  hasFieldGrant,
  type AccessFacts,
  type Condition,
  type DecidedBy,
  type Ground,
} from "./decide-field-access.js";
import { underRestriction } from "./under-restriction.js";

export type FieldWrite = Ground & { kind: "write" | "denied" };

/**
 * The one decision about writing contact data, from the same table as `decideFieldAccess`. Pure. An unknown row is
 * denied, and so is every write to a contact under restriction, but for rights requests: the contact's own, and those
 * that owner and privacy officer keep for a stated purpose.
 */
export function decideFieldWrite(viewer: Viewer, row: AccessRow | undefined, facts: AccessFacts): FieldWrite {
  if (row === undefined) return denied("unknown_field", "the field has no row in the access table");
  const audience = audienceOf(viewer, facts);
  if (audience === null) return denied("reach", "the contact is outside your reach");
  if (facts.restricted && row !== "rightsRequests")
    return denied("restriction", "processing of this contact is restricted");
  const restriction = underRestriction(audience, row, facts);
  if (restriction.kind === "closed") return denied("restriction", restriction.reason);
  if (facts.fieldDeprecated === true) return denied("field_state", "the field is deprecated");
  return writeCell(cellAt(row, audience), viewer, facts);
}

function writeCell(cell: Cell, viewer: Viewer, facts: AccessFacts): FieldWrite {
  switch (cell) {
    case "W":
    case "RW":
      return { kind: "write", by: "role", reason: "your role may change it" };
    case "R Wown":
      return writeIf(facts.fieldOwner === "contact", CONTACT_OWNS);
    case "RW mapped":
      return writeIf(hasFieldGrant(viewer, facts.fieldId), FIELD_MAPPED);
    case "RW hr":
      return writeIf(facts.fieldOwner === "hr", HR_OWNS);
    case "R":
    case "M":
    case "Rs":
    case "Rf":
    case "Rp":
    case "Rstudio":
    case "Rlink":
    case "-":
      return denied("role", "your role may not change it");
    default:
      return cell satisfies never;
  }
}

const CONTACT_OWNS: Condition = {
  by: "field_owner",
  met: "the field is yours to keep",
  unmet: "the field is not yours to keep",
};

function writeIf(isMet: boolean, { by, met, unmet }: Condition): FieldWrite {
  return isMet ? { kind: "write", by, reason: met } : denied(by, unmet);
}

function denied(by: DecidedBy, reason: string): FieldWrite {
  return { kind: "denied", by, reason };
}

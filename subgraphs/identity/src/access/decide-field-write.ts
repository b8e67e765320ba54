import type { Viewer } from "@studio/kit/auth/viewer.js";
import { ACCESS_TABLE, AUDIENCES, type AccessRow, type Audience, type Cell } from "./access-table.js";
import { audienceOf } from "./audience.js";
import { NOT_HR, NOT_MAPPED, hasFieldGrant, type AccessFacts } from "./decide-field-access.js";

export type FieldWrite = { kind: "write" } | { kind: "denied"; reason: string };

const WRITE: FieldWrite = { kind: "write" };

/**
 * The one decision about writing contact data, from the same table as `decideFieldAccess`. Pure. An unknown row is
 * denied, and so is every write to a contact under restriction, but for the contact's own rights requests.
 */
export function decideFieldWrite(viewer: Viewer, row: AccessRow | undefined, facts: AccessFacts): FieldWrite {
  if (row === undefined) return denied("the field has no row in the access table");
  const audience = audienceOf(viewer, facts);
  if (audience === null) return denied("the contact is outside your reach");
  if (facts.restricted && !mayWriteRestricted(audience, row)) return denied("processing of this contact is restricted");
  return writeCell(ACCESS_TABLE[row][AUDIENCES.indexOf(audience)] ?? "-", viewer, facts);
}

function mayWriteRestricted(audience: Audience, row: AccessRow): boolean {
  return audience === "self" && row === "rightsRequests";
}

function writeCell(cell: Cell, viewer: Viewer, facts: AccessFacts): FieldWrite {
  switch (cell) {
    case "W":
    case "RW":
      return WRITE;
    case "R Wown":
      return facts.fieldOwner === "contact" ? WRITE : denied("the field is not yours to keep");
    case "RW mapped":
      return hasFieldGrant(viewer, facts.fieldId) ? WRITE : denied(NOT_MAPPED);
    case "RW hr":
      return facts.fieldOwner === "hr" ? WRITE : denied(NOT_HR);
    case "R":
    case "M":
    case "Rs":
    case "Rf":
    case "Rp":
    case "Rstudio":
    case "Rlink":
    case "-":
      return denied("your role may not change it");
    default:
      return cell satisfies never;
  }
}

function denied(reason: string): FieldWrite {
  return { kind: "denied", reason };
}

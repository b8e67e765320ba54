import { previewOf } from "@studio/kit/auth/preview.js";
import type { Purpose } from "@studio/kit/auth/purpose.js";
import type { Viewer } from "@studio/kit/auth/viewer.js";
import { ACCESS_TABLE, AUDIENCES, type AccessRow, type Audience, type Cell, type FieldOwner } from "./access-table.js";
import { audienceOf, type ContactFacts } from "./audience.js";
import { NEEDS_PURPOSE, underRestriction } from "./under-restriction.js";

/** What decides beyond the viewer and the row. */
export interface AccessFacts extends ContactFacts {
  /** The id of the custom field, where the row is one of a custom field. */
  fieldId?: string;
  /** Who keeps the custom field. */
  fieldOwner?: FieldOwner;
  /** Whether the custom field is deprecated: shown, and not written any more. */
  fieldDeprecated?: boolean;
  /** Why the viewer looks, stated by them and audited; needed for `p` cells. */
  purpose?: Purpose | undefined;
  /** Whether the studio lets coordinators see originals. */
  studioAllowsOriginal?: boolean;
  /** Whether an open gallery link (and PIN) was shown. */
  galleryOpened?: boolean;
}

/** What a decision stands on: the table's cell alone, or what the cell asks for beyond being who one is. */
export type DecidedBy =
  | "unknown_field"
  | "reach"
  | "restriction"
  | "role"
  | "scope"
  | "field_grant"
  | "field_owner"
  | "field_state"
  | "purpose"
  | "studio_setting"
  | "gallery_link";

/** What decided, and why in words that name no value. */
export interface Ground {
  by: DecidedBy;
  reason: string;
}

export type FieldAccess = Ground & { kind: "read" | "masked" | "denied" };

/** The scope by which an API client or a support grant reads contacts. */
export const CONTACT_READ_SCOPE = "contacts:read";
export const PHOTO_READ_SCOPE = "photos:read";

/**
 * The one decision about reading contact data. Pure: table in, answer out, with what decided. An unknown row is denied.
 * Callers must treat a contact for which `audienceOf` is null as not existing at all; here it is denied. In a preview
 * the narrower of two decisions holds: that of the role looked as, and that of whoever looks.
 */
export function decideFieldAccess(viewer: Viewer, row: AccessRow | undefined, facts: AccessFacts): FieldAccess {
  const access = decideFor(viewer, row, facts);
  const preview = previewOf(viewer);
  return preview ? narrower(access, decideFor(preview.by, row, facts)) : access;
}

function narrower(access: FieldAccess, other: FieldAccess): FieldAccess {
  const [isSeen, isRead] = [access.kind !== "denied", access.kind === "read"];
  return (isSeen && other.kind === "denied") || (isRead && other.kind === "masked") ? other : access;
}

function decideFor(viewer: Viewer, row: AccessRow | undefined, facts: AccessFacts): FieldAccess {
  if (row === undefined) return denied("unknown_field", "the field has no row in the access table");
  const audience = audienceOf(viewer, facts);
  if (audience === null) return outOfReach(viewer);
  const restriction = underRestriction(audience, row, facts);
  if (restriction.kind === "closed") return denied("restriction", restriction.reason);
  const access = readCell(cellAt(row, audience), viewer, row, facts);
  if (restriction.kind === "untouched" || access.kind === "denied") return access;
  return { ...access, by: "purpose", reason: "processing is restricted, and you stated a purpose" };
}

function outOfReach({ kind }: Viewer): FieldAccess {
  if (kind === "staff") return denied("restriction", "processing of this contact is restricted");
  return denied("reach", kind === "member" ? "the contact is in none of your groups" : "it is another person's");
}

/** What the table gives an audience of a row. */
export function cellAt(row: AccessRow, audience: Audience): Cell {
  return ACCESS_TABLE[row][AUDIENCES.indexOf(audience)] ?? "-";
}

function readCell(cell: Cell, viewer: Viewer, row: AccessRow, facts: AccessFacts): FieldAccess {
  switch (cell) {
    case "R":
    case "RW":
    case "R Wown":
      return { kind: "read", by: "role", reason: "your role may see it" };
    case "RW mapped":
      return readIf(hasFieldGrant(viewer, facts.fieldId), FIELD_MAPPED);
    case "RW hr":
      return readIf(facts.fieldOwner === "hr", HR_OWNS);
    case "M":
      return { kind: "masked", by: "role", reason: "your role may see a part of it" };
    case "Rs":
      return readIf(hasScope(viewer, row), scopeNeeded(row));
    case "Rf":
      return readIf(hasFieldGrant(viewer, facts.fieldId), FIELD_GRANTED);
    case "Rp":
      return readIf(facts.purpose !== undefined, PURPOSE_STATED);
    case "Rstudio":
      return readIf(facts.studioAllowsOriginal === true, STUDIO_SHOWS);
    case "Rlink":
      return readIf(facts.galleryOpened === true, GALLERY_OPENED);
    case "W":
      return denied("role", "it may be written but not read");
    case "-":
      return denied("role", "your role may not see it");
    default:
      return cell satisfies never;
  }
}

/** A condition of a cell: what it is about, and what is said when it holds and when it does not. */
export interface Condition {
  by: DecidedBy;
  met: string;
  unmet: string;
}

export const FIELD_MAPPED: Condition = {
  by: "field_grant",
  met: "the field is mapped for your credential",
  unmet: "the field is not mapped for your credential",
};
export const HR_OWNS: Condition = {
  by: "field_owner",
  met: "the field is one that HR owns",
  unmet: "the field is not one that HR owns",
};
const FIELD_GRANTED: Condition = {
  by: "field_grant",
  met: "your credential has a grant for this field",
  unmet: "your credential has no grant for this field",
};
const PURPOSE_STATED: Condition = { by: "purpose", met: "you stated a purpose", unmet: NEEDS_PURPOSE };
const STUDIO_SHOWS: Condition = {
  by: "studio_setting",
  met: "the studio shows originals to coordinators",
  unmet: "the studio does not show originals to coordinators",
};
const GALLERY_OPENED: Condition = {
  by: "gallery_link",
  met: "it is shown in the open gallery",
  unmet: "it is shown in an open gallery only",
};

function scopeNeeded(row: AccessRow): Condition {
  const scope = scopeOf(row);
  return {
    by: "scope",
    met: `your credential has the scope ${scope}`,
    unmet: `your credential lacks the scope ${scope}`,
  };
}

function readIf(isMet: boolean, { by, met, unmet }: Condition): FieldAccess {
  return isMet ? { kind: "read", by, reason: met } : denied(by, unmet);
}

function scopeOf(row: AccessRow): string {
  return row === "originalPhoto" || row === "acceptedDerivative" ? PHOTO_READ_SCOPE : CONTACT_READ_SCOPE;
}

function hasScope(viewer: Viewer, row: AccessRow): boolean {
  return (viewer.kind === "api_client" || viewer.kind === "staff") && viewer.scopes.includes(scopeOf(row));
}

/** Whether the credential names the field: to read it confidentially, or, for an HR client, because it is mapped. */
export function hasFieldGrant(viewer: Viewer, fieldId: string | undefined): boolean {
  return viewer.kind === "api_client" && fieldId !== undefined && viewer.fieldGrants.includes(fieldId);
}

function denied(by: DecidedBy, reason: string): FieldAccess {
  return { kind: "denied", by, reason };
}

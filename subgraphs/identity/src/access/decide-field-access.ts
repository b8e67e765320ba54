import type { Viewer } from "@studio/kit/auth/viewer.js";
import { ACCESS_TABLE, AUDIENCES, type AccessRow, type Audience, type Cell, type FieldOwner } from "./access-table.js";
import { audienceOf, type ContactFacts } from "./audience.js";

/** What decides beyond the viewer and the row. */
export interface AccessFacts extends ContactFacts {
  /** The id of the custom field, where the row is one of a custom field. */
  fieldId?: string;
  /** Who keeps the custom field. */
  fieldOwner?: FieldOwner;
  /** Why the viewer looks, stated by them and audited; needed for `p` cells. */
  purpose?: string;
  /** Whether the studio lets coordinators see originals. */
  studioAllowsOriginal?: boolean;
  /** Whether an open gallery link (and PIN) was shown. */
  galleryOpened?: boolean;
}

export type FieldAccess = { kind: "read" } | { kind: "masked" } | { kind: "denied"; reason: string };

const READ: FieldAccess = { kind: "read" };
const MASKED: FieldAccess = { kind: "masked" };

/** The scope by which an API client or a support grant reads contacts. */
export const CONTACT_READ_SCOPE = "contacts:read";
export const PHOTO_READ_SCOPE = "photos:read";

export const NOT_MAPPED = "the field is not mapped for your credential";
export const NOT_HR = "the field is not one that HR owns";

/**
 * The one decision about reading contact data. Pure: table in, answer out. An unknown row is denied.
 * Callers must treat a contact for which `audienceOf` is null as not existing at all; here it is denied.
 */
export function decideFieldAccess(viewer: Viewer, row: AccessRow | undefined, facts: AccessFacts): FieldAccess {
  if (row === undefined) return denied("the field has no row in the access table");
  const audience = audienceOf(viewer, facts);
  if (audience === null) return denied("the contact is outside your reach");
  const closed = facts.restricted ? whyRestricted(audience, row, facts) : null;
  if (closed !== null) return denied(closed);
  return readCell(ACCESS_TABLE[row][AUDIENCES.indexOf(audience)] ?? "-", viewer, row, facts);
}

function readCell(cell: Cell, viewer: Viewer, row: AccessRow, facts: AccessFacts): FieldAccess {
  switch (cell) {
    case "R":
    case "RW":
    case "R Wown":
      return READ;
    case "RW mapped":
      return hasFieldGrant(viewer, facts.fieldId) ? READ : denied(NOT_MAPPED);
    case "RW hr":
      return facts.fieldOwner === "hr" ? READ : denied(NOT_HR);
    case "M":
      return MASKED;
    case "Rs":
      return hasScope(viewer, row) ? READ : denied(`your credential lacks the scope ${scopeOf(row)}`);
    case "Rf":
      return hasFieldGrant(viewer, facts.fieldId) ? READ : denied("your credential has no grant for this field");
    case "Rp":
      return facts.purpose ? READ : denied("it needs a stated purpose");
    case "Rstudio":
      return facts.studioAllowsOriginal ? READ : denied("the studio does not show originals to coordinators");
    case "Rlink":
      return facts.galleryOpened ? READ : denied("it is shown in an open gallery only");
    case "W":
      return denied("it may be written but not read");
    case "-":
      return denied("your role may not see it");
    default:
      return cell satisfies never;
  }
}

/**
 * Why a restriction closes the row, or null where the table decides as ever: it only takes away. Most see the id and
 * the flag alone; owner and privacy officer say why they look.
 */
function whyRestricted(audience: Audience, row: AccessRow, facts: AccessFacts): string | null {
  const reason = "processing of this contact is restricted";
  switch (audience) {
    case "self":
      return null;
    case "owner":
    case "privacy_officer":
      return row === "idAndStatus" || facts.purpose ? null : `${reason}; it needs a stated purpose`;
    case "coordinator":
    case "admin":
    case "integration":
    case "hr_sync":
      return row === "idAndStatus" ? null : reason;
    case "anonymous":
    case "staff":
    case "staff_with_grant":
      return reason;
    default:
      return audience satisfies never;
  }
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

function denied(reason: string): FieldAccess {
  return { kind: "denied", reason };
}

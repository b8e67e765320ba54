import { CONTACT_FIELD_ROWS, type FieldOwner, type Sensitivity } from "../access/access-table.js";

export const FIELD_TYPES = [
  "text",
  "long_text",
  "integer",
  "decimal",
  "boolean",
  "date",
  "date_time",
  "single_select",
  "multi_select",
  "email",
  "phone",
  "url",
] as const;

export type FieldType = (typeof FIELD_TYPES)[number];

export const SENSITIVITIES = ["L0", "L1", "L2", "L3"] as const satisfies readonly Sensitivity[];

export const FIELD_OWNERS = ["hr", "admin", "contact"] as const satisfies readonly FieldOwner[];

export const FIELD_STATES = ["active", "deprecated", "archived", "deleted"] as const;

export type FieldState = (typeof FIELD_STATES)[number];

/** One choice of a select field. Values keep the id, so a label may change. */
export interface FieldOption {
  id: string;
  label: string;
  /** The label in other languages, by BCP 47 tag. */
  labels?: Record<string, string>;
  /** Values that hold it stay readable; nobody chooses it anew. */
  retired?: true;
}

/** What a new value must fit beyond its type. A value that a contact has already is not asked again. */
export interface FieldValidation {
  /** A value, once there, is not cleared, and a form asks for one. */
  required?: true;
  min?: number;
  max?: number;
  /** The bounds of a date (`YYYY-MM-DD`) or of a date and time (RFC 3339, UTC). */
  earliest?: string;
  latest?: string;
  minLength?: number;
  maxLength?: number;
  /** What the whole text fits, in RE2's syntax. */
  pattern?: string;
}

/** The definition's texts in another language. */
export interface Translation {
  label?: string;
  help?: string;
}

/** What an account says of a field. All of it but the key and the type may change. */
export interface FieldDefinition {
  key: string;
  type: FieldType;
  defaultLocale: string;
  label: string;
  help: string | null;
  translations: Record<string, Translation>;
  purpose: string;
  options: FieldOption[];
  validation: FieldValidation;
  sensitivity: Sensitivity;
  owner: FieldOwner;
  pinned: boolean;
  filterable: boolean;
}

/** How much one account may define. */
export const FIELD_LIMITS = { fields: 200, options: 200, filterable: 40 } as const;

const KEY = /^[a-z][a-z0-9_]{1,63}$/;
const RESERVED_KEYS = new Set(["constructor", "prototype", "hasownproperty", "tostring", "valueof"]);

/** What every contact has anyway; in a table's head `first_name` and `firstname` are one. */
const STANDARD_NAMES: ReadonlySet<string> = new Set(
  [...Object.keys(CONTACT_FIELD_ROWS), "name", "fullName", "group", "groups", "createdAt", "updatedAt"].map(
    withoutCase,
  ),
);

function withoutCase(name: string): string {
  return name.replaceAll("_", "").toLowerCase();
}

/**
 * Why `key` may not name a new field: it is not 2 to 64 characters, a lower-case letter first, then letters, digits and
 * `_`, none at the end; JavaScript's objects have the name already (`__proto__` falls to the grammar); or it is a
 * standard field's, so that rows and columns could mean either. Null if it may.
 */
export function keyProblem(key: string): string | null {
  if (!KEY.test(key) || key.endsWith("_"))
    return "Expected 2 to 64 lower-case letters, digits and _, a letter first, no _ at the end.";
  if (RESERVED_KEYS.has(key)) return "This key is reserved: it already means something to programs. Choose another.";
  return STANDARD_NAMES.has(withoutCase(key))
    ? "This key is reserved: every contact has a standard field of this name. Use that one, or choose another key."
    : null;
}

/** How lists come by a field's values: contact by contact, or by an index, which is filled first. */
export type FieldIndexing = "none" | "preparing" | "ready";

/** Until its index is ready, no list may use the field. */
export function indexingOf({
  indexSlot,
  indexReady,
}: {
  indexSlot: string | null;
  indexReady: boolean;
}): FieldIndexing {
  if (indexSlot === null) return "none";
  return indexReady ? "ready" : "preparing";
}

/** Whether values of this sensitivity rest sealed under the contact's data key. */
export function isSealed(sensitivity: Sensitivity): boolean {
  return sensitivity === "L2" || sensitivity === "L3";
}

/** Whether values are shown: a deprecated field's are, until it is archived. */
export function isShown(state: FieldState): boolean {
  return state === "active" || state === "deprecated";
}

/** Whether one field is at least as confidential as another. */
export function isAsConfidential(sensitivity: Sensitivity, other: Sensitivity): boolean {
  return SENSITIVITIES.indexOf(sensitivity) >= SENSITIVITIES.indexOf(other);
}

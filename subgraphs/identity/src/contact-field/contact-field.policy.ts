import type { FieldOwner, Sensitivity } from "../access/access-table.js";

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

/** One choice of a select field. Values keep the id, so a label may change. */
export interface FieldOption {
  id: string;
  label: string;
}

const KEY = /^[a-z][a-z0-9_]{1,63}$/;
const RESERVED_KEYS = new Set(["constructor", "prototype", "hasownproperty", "tostring", "valueof"]);

/**
 * Whether `key` may name a field: 2 to 64 characters, a lower-case letter first, then letters, digits and `_`.
 * Names that JavaScript objects already have are refused (`__proto__` by the grammar), as is a key ending in `_`.
 */
export function isFieldKey(key: string): boolean {
  return KEY.test(key) && !key.endsWith("_") && !RESERVED_KEYS.has(key);
}

/** Whether values of this sensitivity rest sealed under the contact's data key. */
export function isSealed(sensitivity: Sensitivity): boolean {
  return sensitivity === "L2" || sensitivity === "L3";
}

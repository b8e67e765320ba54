import type { ListField } from "./list-field.js";

/** A value as a condition compares it. Points in time are ISO 8601 texts. */
export type Comparable = string | number | boolean;

/** One comparison of one field. A contact without a value passes none but `isSet: false`. */
export type Test =
  | { op: "eq" | "lt" | "gt"; value: Comparable | readonly string[] }
  | { op: "in"; values: readonly (Comparable | readonly string[])[] }
  /** Both ends included. */
  | { op: "between"; low: Comparable; high: Comparable }
  /** Upper and lower case are the same. Of a field with several values: has this one. */
  | { op: "contains" | "startsWith"; text: string }
  | { op: "isSet"; value: boolean };

/** Where in the arguments something stands, for example `["filter", "and", "0", "email"]`. */
export type ArgumentPath = readonly string[];

/** A filter, read and checked: two-valued, so that `not` is true of exactly the contacts of which it is false. */
export type Condition =
  | { kind: "all" | "any"; of: readonly Condition[] }
  | { kind: "not"; of: Condition }
  | { kind: "test"; field: ListField; test: Test; path: ArgumentPath };

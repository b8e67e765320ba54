import type { FieldType } from "./contact-field.policy.js";
import { readFieldValue, type FieldValue, type ValueShape } from "./field-value.policy.js";
import { whyNotNew } from "./new-value.policy.js";

/** Why a value cannot become one of another field. Names what was expected, never the value. */
export interface NotConvertible {
  expected: string;
}

/** A value of one field as it would be in another, or what stands against it. */
export function convertValue(from: ValueShape, to: ValueShape, value: FieldValue): FieldValue | NotConvertible {
  const read = readFieldValue(to, reshape(from, to, value));
  if (!read.ok) return { expected: read.expected };
  const refused = whyNotNew(to, read.value, null);
  return refused === null ? read.value : { expected: refused };
}

/** Whether a conversion failed. */
export function isRefused(converted: FieldValue | NotConvertible): converted is NotConvertible {
  return typeof converted === "object" && !Array.isArray(converted);
}

/** The value in the other type's form, as far as one can tell; reading it then judges. */
function reshape(from: ValueShape, to: ValueShape, value: FieldValue): unknown {
  switch (to.type) {
    case "text":
    case "long_text":
    case "email":
    case "phone":
    case "url":
      return asText(from, value);
    case "integer":
    case "decimal":
      return asNumber(value);
    case "boolean":
      return typeof value === "string" ? (BOOLEANS.get(value.trim().toLowerCase()) ?? value) : value;
    case "date":
      return typeof value === "string" && from.type === "date_time" ? value.slice(0, 10) : value;
    case "date_time":
      return typeof value === "string" && from.type === "date" ? `${value}T00:00:00Z` : value;
    case "single_select":
      return optionOf(from, to, value);
    case "multi_select":
      return [value].flat().map((one) => optionOf(from, to, one));
    default:
      return to.type satisfies never;
  }
}

const BOOLEANS = new Map([
  ["true", true],
  ["yes", true],
  ["1", true],
  ["false", false],
  ["no", false],
  ["0", false],
]);

function asText(from: ValueShape, value: FieldValue): string {
  return [value]
    .flat()
    .map((one) => labelOf(from, one))
    .join(", ");
}

function labelOf({ type, options }: ValueShape, value: string | number | boolean): string {
  const isChoice = (["single_select", "multi_select"] as FieldType[]).includes(type);
  return (isChoice && options.find((option) => option.id === value)?.label) || String(value);
}

function asNumber(value: FieldValue): unknown {
  if (typeof value === "boolean") return value ? 1 : 0;
  return typeof value === "string" && /^\s*-?\d+(?:\.\d+)?\s*$/.test(value) ? Number(value) : value;
}

/** The option of the same id, or else of the same label, whatever its case. A single value may be a list of one. */
function optionOf(from: ValueShape, to: ValueShape, value: FieldValue): unknown {
  const one = Array.isArray(value) && value.length === 1 ? value[0] : value;
  if (typeof one !== "string" && typeof one !== "number" && typeof one !== "boolean") return one;
  const label = labelOf(from, one).trim().toLowerCase();
  const option =
    to.options.find(({ id }) => id === one) ?? to.options.find((other) => other.label.toLowerCase() === label);
  return option?.id ?? one;
}

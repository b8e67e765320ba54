import { holdsCardNumber } from "./card-number.policy.js";
import type { FieldValue, ValueShape } from "./field-value.policy.js";
import { readPattern } from "./pattern.policy.js";

/**
 * Why a value may not become a contact's, as what was expected instead; null if it may. For a value that differs from
 * the one `held`: what a contact has already stays, although the definition has become stricter since. `undefined`
 * where the answer must not tell what is held: nothing counts as kept, and what is required is not cleared.
 * @param value as `readFieldValue` read it; null clears
 */
export function whyNotNew(
  shape: ValueShape,
  value: FieldValue | null,
  held: FieldValue | null | undefined,
): string | null {
  const { validation = {} } = shape;
  if (value === null) return validation.required && held !== null ? "a value, since the field is required" : null;
  return (
    whyCard(value) ?? whyRetired(shape, value, held) ?? whyOutOfBounds(shape, value) ?? whyNotFitting(shape, value)
  );
}

function whyCard(value: FieldValue): string | null {
  const isText = typeof value === "string" || typeof value === "number";
  return isText && holdsCardNumber(String(value)) ? "no payment card number: the platform never keeps one (P35)" : null;
}

function whyRetired(
  { type, options }: ValueShape,
  value: FieldValue,
  held: FieldValue | null | undefined,
): string | null {
  if (type !== "single_select" && type !== "multi_select") return null;
  const kept = new Set([held].flat());
  const retired = new Set(options.filter((option) => option.retired).map((option) => option.id));
  return [value].flat().some((id) => typeof id === "string" && retired.has(id) && !kept.has(id))
    ? "an option that is still offered"
    : null;
}

function whyOutOfBounds({ validation = {} }: ValueShape, value: FieldValue): string | null {
  const { min, max, earliest, latest } = validation;
  if (typeof value === "number") {
    if (min !== undefined && value < min) return `a number of at least ${min}`;
    if (max !== undefined && value > max) return `a number of at most ${max}`;
  }
  if (typeof value === "string") {
    if (earliest !== undefined && value < earliest) return `a date not before ${earliest}`;
    if (latest !== undefined && value > latest) return `a date not after ${latest}`;
  }
  return null;
}

function whyNotFitting({ validation = {} }: ValueShape, value: FieldValue): string | null {
  if (typeof value !== "string") return null;
  const { minLength, maxLength, pattern } = validation;
  const length = Array.from(value).length;
  if (minLength !== undefined && length < minLength) return `at least ${minLength} characters`;
  if (maxLength !== undefined && length > maxLength) return `at most ${maxLength} characters`;
  if (pattern !== undefined && readPattern(pattern)?.matchesWhole(value) !== true)
    return "a text of the field's pattern";
  return null;
}

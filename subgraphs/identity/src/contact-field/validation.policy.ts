import type { FieldType, FieldValidation } from "./contact-field.policy.js";
import { readFieldValue } from "./field-value.policy.js";
import { readPattern } from "./pattern.policy.js";

/** Validation as it is asked for; null and left out are the same. */
export type ValidationInput = {
  [Name in keyof FieldValidation]?: (Name extends "required" ? boolean : FieldValidation[Name]) | null | undefined;
};

/** The validation, or what is wrong with it. */
export type ReadValidation = { ok: true; validation: FieldValidation } | { ok: false; at: string; message: string };

const BY_TYPE: Readonly<Record<FieldType, readonly (keyof FieldValidation)[]>> = {
  text: ["minLength", "maxLength", "pattern"],
  long_text: ["minLength", "maxLength"],
  integer: ["min", "max"],
  decimal: ["min", "max"],
  boolean: [],
  date: ["earliest", "latest"],
  date_time: ["earliest", "latest"],
  single_select: [],
  multi_select: [],
  email: ["pattern"],
  phone: ["pattern"],
  url: ["pattern"],
};

/** Reads what a field's values must fit: only what its type can be asked, and bounds that leave room. */
export function readValidation(type: FieldType, input: ValidationInput | null | undefined): ReadValidation {
  const given = Object.entries(input ?? {}).filter(([, value]) => value !== null && value !== undefined);
  const validation: FieldValidation = {};
  for (const [name, value] of given as [keyof FieldValidation, never][]) {
    if (name === "required") {
      if (value) validation.required = true;
      continue;
    }
    if (!BY_TYPE[type].includes(name)) return wrong(name, "A field of this type cannot be asked this.");
    const read = readBound(type, name, value);
    if (read === null) return wrong(name, EXPECTED[name] ?? "Expected a bound in the field's type.");
    Object.assign(validation, { [name]: read });
  }
  return checkRoom(validation);
}

const EXPECTED: Readonly<Record<string, string>> = {
  minLength: "Expected 0 to 10,000 characters.",
  maxLength: "Expected 0 to 10,000 characters.",
  pattern:
    "Expected a pattern of 1 to 200 characters in RE2's syntax: no look-around, no backreference, and no more steps than 2,000.",
};

function readBound(type: FieldType, name: keyof FieldValidation, value: unknown): unknown {
  switch (name) {
    case "minLength":
    case "maxLength":
      return typeof value === "number" && value >= 0 && value <= 10_000 ? value : null;
    case "pattern":
      return typeof value === "string" && readPattern(value) ? value : null;
    default: {
      const read = readFieldValue({ type, options: [] }, value);
      return read.ok ? read.value : null;
    }
  }
}

function checkRoom(validation: FieldValidation): ReadValidation {
  const { min, max, earliest, latest, minLength, maxLength } = validation;
  const message = "The upper bound is below the lower one.";
  if (min !== undefined && max !== undefined && max < min) return wrong("max", message);
  if (earliest !== undefined && latest !== undefined && latest < earliest) return wrong("latest", message);
  if (minLength !== undefined && maxLength !== undefined && maxLength < minLength) return wrong("maxLength", message);
  return { ok: true, validation };
}

function wrong(at: string, message: string): ReadValidation {
  return { ok: false, at, message };
}

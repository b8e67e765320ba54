import { readEmail } from "../contact/email.policy.js";
import { readPhone } from "../contact/phone.policy.js";
import type { FieldOption, FieldType, FieldValidation } from "./contact-field.policy.js";

/** A value as it is kept. */
export type FieldValue = string | number | boolean | string[];

/** What a value must fit. */
export interface ValueShape {
  type: FieldType;
  options: readonly FieldOption[];
  validation?: FieldValidation;
}

/** The value as it is kept, or what was expected instead. The reason never repeats the value. */
export type ReadValue = { ok: true; value: FieldValue } | { ok: false; expected: string };

const TEXT_LIMIT = 500;
const LONG_TEXT_LIMIT = 10_000;
const DATE = /^\d{4}-\d{2}-\d{2}$/;
const INSTANT = /^\d{4}-\d{2}-\d{2}T\d{2}:\d{2}(:\d{2}(\.\d+)?)?(Z|[+-]\d{2}:\d{2})$/i;

/**
 * Reads a custom field's value from JSON by its type alone; `whyNotNew` then tells whether it may become a contact's.
 * `null`, which clears a value, is the caller's to handle.
 */
export function readFieldValue(shape: ValueShape, value: unknown): ReadValue {
  switch (shape.type) {
    case "text":
      return fromText(
        value,
        (text) => readText(text, TEXT_LIMIT),
        `a text of 1 to ${TEXT_LIMIT} characters on one line`,
      );
    case "long_text":
      return fromText(value, (text) => readLongText(text), `a text of 1 to ${LONG_TEXT_LIMIT} characters`);
    case "integer":
      return Number.isSafeInteger(value) ? kept(value as number) : expected("a whole number");
    case "decimal":
      return Number.isFinite(value) ? kept(value as number) : expected("a number");
    case "boolean":
      return typeof value === "boolean" ? kept(value) : expected("true or false");
    case "date":
      return fromText(value, readDate, "a date as YYYY-MM-DD (RFC 3339)");
    case "date_time":
      return fromText(value, readInstant, "a date and time with its offset (RFC 3339)");
    case "single_select":
      return fromText(value, (text) => (isOption(shape, text) ? text : null), "the id of one of the field's options");
    case "multi_select":
      return readChoices(shape, value);
    case "email":
      return fromText(value, (text) => readEmail(text)?.address ?? null, "an email address");
    case "phone":
      return fromText(value, readPhone, "a phone number as +49… (E.164)");
    case "url":
      return fromText(value, readUrl, "an http or https address");
    default:
      return shape.type satisfies never;
  }
}

function fromText(value: unknown, read: (text: string) => string | null, wanted: string): ReadValue {
  const text = typeof value === "string" ? read(value) : null;
  return text === null ? expected(wanted) : kept(text);
}

function readText(text: string, limit: number): string | null {
  const trimmed = text.trim().normalize("NFC");
  return trimmed.length > 0 && trimmed.length <= limit && !/[\p{Cc}\p{Cs}]/u.test(trimmed) ? trimmed : null;
}

function readLongText(text: string): string | null {
  const lines = text.replaceAll("\r\n", "\n").split("\n");
  const hasControl = lines.some((line) => /[\p{Cc}\p{Cs}]/u.test(line.replaceAll("\t", "")));
  const trimmed = lines.join("\n").trim().normalize("NFC");
  return trimmed.length > 0 && trimmed.length <= LONG_TEXT_LIMIT && !hasControl ? trimmed : null;
}

function readDate(text: string): string | null {
  const day = new Date(`${text}T00:00:00Z`);
  return DATE.test(text) && !Number.isNaN(day.getTime()) && day.toISOString().startsWith(text) ? text : null;
}

function readInstant(text: string): string | null {
  const instant = new Date(text);
  return INSTANT.test(text) && readDate(text.slice(0, 10)) && !Number.isNaN(instant.getTime())
    ? instant.toISOString()
    : null;
}

function readUrl(text: string): string | null {
  const url = URL.parse(text.trim());
  const isWeb = url?.protocol === "https:" || url?.protocol === "http:";
  return url && isWeb && url.username === "" && url.password === "" && url.href.length <= 2000 ? url.href : null;
}

function readChoices(shape: ValueShape, value: unknown): ReadValue {
  const isList =
    Array.isArray(value) && value.length > 0 && value.every((id) => typeof id === "string" && isOption(shape, id));
  if (!isList) return expected("a list of ids of the field's options");
  const chosen = new Set(value as string[]);
  return kept(shape.options.map((option) => option.id).filter((id) => chosen.has(id)));
}

function isOption(shape: ValueShape, id: string): boolean {
  return shape.options.some((option) => option.id === id);
}

function kept(value: FieldValue): ReadValue {
  return { ok: true, value };
}

function expected(wanted: string): ReadValue {
  return { ok: false, expected: wanted };
}

import { parseGlobalId } from "@studio/kit/paging/global-id.js";
import { readFieldValue } from "../contact-field/field-value.policy.js";
import { readEmail } from "../contact/email.policy.js";
import type { ArgumentPath, Comparable } from "./condition.js";
import type { ListField } from "./list-field.js";
import { ListRefused } from "./list-refused.js";

const MAX_TEXT = 500;
/** Within what JavaScript and PostgreSQL both write with four digits of year. */
const FIRST_MOMENT = Date.parse("0001-01-01T00:00:00Z");
const LAST_MOMENT = Date.parse("9999-12-31T23:59:59.999Z");

/**
 * One value as its field compares it: ids without their type, points in time as ISO 8601, emails normalised.
 * @throws ListRefused saying what was expected, never what was given
 */
export function readComparable(field: ListField, value: unknown, path: ArgumentPath): Comparable | readonly string[] {
  if (field.kind === "custom") {
    const { type, options } = field.definition;
    const read = readFieldValue({ type, options }, value);
    if (!read.ok) throw ListRefused.malformed(path, `It needs ${read.expected}.`);
    return read.value;
  }
  switch (field.values) {
    case "moment":
      return readMoment(value, path);
    case "id":
      return readId(field.name === "group" ? "Group" : "Contact", value, path);
    case "email": {
      const text = readText(value, path);
      return readEmail(text)?.key ?? text.toLowerCase();
    }
    default:
      return readText(value, path);
  }
}

/** What a value must have in it or begin with: as text, or as an option's id. */
export function readPart(field: ListField, value: unknown, path: ArgumentPath): string {
  const text = readText(value, path);
  if (field.kind === "custom" && field.values === "choices") {
    const isOption = field.definition.options.some((option) => option.id === text);
    if (!isOption) throw ListRefused.malformed(path, "It needs the id of one of the field's options.");
  }
  return text;
}

function readText(value: unknown, path: ArgumentPath): string {
  const isText = typeof value === "string" && value.length > 0 && value.length <= MAX_TEXT && !value.includes("\0");
  if (!isText || !value.isWellFormed())
    throw ListRefused.malformed(path, `It needs a text of 1 to ${MAX_TEXT} characters.`);
  return value.normalize("NFC");
}

function readMoment(value: unknown, path: ArgumentPath): string {
  const moment = value instanceof Date ? value : new Date(typeof value === "string" ? value : Number.NaN);
  const isMoment = moment.getTime() >= FIRST_MOMENT && moment.getTime() <= LAST_MOMENT;
  if (!isMoment) throw ListRefused.malformed(path, "It needs a date and time with its offset (RFC 3339).");
  return moment.toISOString();
}

function readId(type: string, value: unknown, path: ArgumentPath): string {
  const parsed = typeof value === "string" ? parseGlobalId(value) : null;
  if (parsed?.type !== type) throw ListRefused.malformed(path, `It needs the global id of a ${type}.`);
  return parsed.id;
}

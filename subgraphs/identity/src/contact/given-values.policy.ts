import { readFieldValue, type FieldValue, type ValueShape } from "../contact-field/field-value.policy.js";
import { InvalidValue, MissingValue, UnknownField } from "./contact-value.errors.js";
import type { CustomFieldInput } from "./custom-field.input.js";
import { readEmail, type Email } from "./email.policy.js";
import { readExternalId, readName } from "./name.policy.js";
import { readPhone } from "./phone.policy.js";

/** A value given for a field, with its place in the call. `null` clears. */
export interface Given<Value> {
  value: Value;
  path: string[];
}

/** A person's values as a call gives them. What is left out stays as it is. */
export interface ValuesInput {
  firstName?: string | null;
  lastName?: string | null;
  email?: string | null;
  phone?: string | null;
  externalId?: string | null;
  customFields: CustomFieldInput[];
}

/** What can be wrong with a value by itself. */
export type ReadingError = InvalidValue | MissingValue | UnknownField;

/** Values that were read, each in its own right; what is wrong with them is in `errors`. */
export interface GivenValues<Field> {
  path: string[];
  firstName?: Given<string>;
  lastName?: Given<string>;
  email?: Given<Email>;
  phone?: Given<string | null>;
  externalId?: Given<string | null>;
  custom: (Given<FieldValue | null> & { field: Field })[];
  errors: ReadingError[];
}

/** Reads values by themselves: shapes and types, before anything is known of the contact or the caller. */
export function readGivenValues<Field extends ValueShape>(
  input: ValuesInput,
  path: string[],
  fields: ReadonlyMap<string, Field>,
): GivenValues<Field> {
  const given: GivenValues<Field> = { path, custom: [], errors: [] };
  const at = (name: string) => [...path, name];
  give(given, "firstName", readNeeded(input.firstName, readName, at("firstName"), "a name of 1 to 100 characters"));
  give(given, "lastName", readNeeded(input.lastName, readName, at("lastName"), "a name of 1 to 100 characters"));
  give(given, "email", readNeeded(input.email, readEmail, at("email"), "an email address"));
  give(given, "phone", readClearable(input.phone, readPhone, at("phone"), "a phone number as +49… (E.164)"));
  const externalId = readClearable(input.externalId, readExternalId, at("externalId"), "an id of 1 to 128 characters");
  give(given, "externalId", externalId);
  readCustom(given, input.customFields, fields);
  return given;
}

type Read<Value> = Given<Value> | ReadingError | undefined;

function give<Name extends "firstName" | "lastName" | "email" | "phone" | "externalId">(
  values: GivenValues<unknown>,
  name: Name,
  read: Read<NonNullable<GivenValues<unknown>[Name]>["value"]>,
): void {
  if (read === undefined) return;
  if ("value" in read) Object.assign(values, { [name]: read });
  else values.errors.push(read);
}

function readNeeded<Value>(
  text: string | null | undefined,
  read: (text: string) => Value | null,
  path: string[],
  expected: string,
): Read<Value> {
  if (text === undefined) return undefined;
  if (text === null) return MissingValue.at(path);
  const value = read(text);
  return value === null ? InvalidValue.at(path, expected) : { value, path };
}

function readClearable<Value>(
  text: string | null | undefined,
  read: (text: string) => Value | null,
  path: string[],
  expected: string,
): Read<Value | null> {
  return text === null ? { value: null, path } : readNeeded(text, read, path, expected);
}

function readCustom<Field extends ValueShape>(
  values: GivenValues<Field>,
  given: readonly CustomFieldInput[],
  fields: ReadonlyMap<string, Field>,
): void {
  const seen = new Set<string>();
  for (const [position, { key, value }] of given.entries()) {
    const path = [...values.path, "customFields", String(position)];
    const field = fields.get(key);
    if (!field) values.errors.push(UnknownField.at([...path, "key"]));
    else if (seen.has(key)) values.errors.push(InvalidValue.at([...path, "key"], "each field at most once"));
    else readOne(values, field, value ?? null, [...path, "value"]);
    seen.add(key);
  }
}

function readOne<Field extends ValueShape>(
  values: GivenValues<Field>,
  field: Field,
  value: unknown,
  path: string[],
): void {
  if (value === null) {
    values.custom.push({ field, value: null, path });
    return;
  }
  const read = readFieldValue(field, value);
  if (read.ok) values.custom.push({ field, value: read.value, path });
  else values.errors.push(InvalidValue.at(path, read.expected));
}

import { readFieldValue, type FieldValue, type ValueShape } from "../contact-field/field-value.policy.js";
import { readEmail, type Email } from "./email.policy.js";
import { readExternalId, readName } from "./name.policy.js";
import { readPhone } from "./phone.policy.js";
import { InvalidValue, MissingValue, UnknownField, type SyncRowError } from "./sync-contacts.errors.js";
import type { CustomFieldInput, SyncContactRow } from "./sync-contacts.input.js";

/** A value given for a field, with its place in the call. `null` clears. */
export interface Given<Value> {
  value: Value;
  path: string[];
}

/** A row whose values were read, each in its own right; what is wrong with it is in `errors`. */
export interface SyncRow<Field> {
  index: number;
  path: string[];
  externalId: string;
  firstName?: Given<string>;
  lastName?: Given<string>;
  email?: Given<Email>;
  phone?: Given<string | null>;
  custom: (Given<FieldValue | null> & { field: Field })[];
  errors: SyncRowError[];
}

/** Reads a row by itself: shapes and types, before anything is known of the contact or the caller. */
export function readSyncRow<Field extends ValueShape>(
  input: SyncContactRow,
  index: number,
  fields: ReadonlyMap<string, Field>,
): SyncRow<Field> {
  const path = ["input", "rows", String(index)];
  const row: SyncRow<Field> = {
    index,
    path,
    externalId: readExternalId(input.externalId) ?? "",
    custom: [],
    errors: [],
  };
  if (row.externalId === "") row.errors.push(InvalidValue.at([...path, "externalId"], "an id of 1 to 128 characters"));
  give(
    row,
    "firstName",
    readNeeded(input.firstName, readName, [...path, "firstName"], "a name of 1 to 100 characters"),
  );
  give(row, "lastName", readNeeded(input.lastName, readName, [...path, "lastName"], "a name of 1 to 100 characters"));
  give(row, "email", readNeeded(input.email, readEmail, [...path, "email"], "an email address"));
  give(row, "phone", readClearable(input.phone, readPhone, [...path, "phone"], "a phone number as +49… (E.164)"));
  readCustom(row, input.customFields, fields);
  return row;
}

type Read<Value> = Given<Value> | SyncRowError | undefined;

function give<Name extends "firstName" | "lastName" | "email" | "phone">(
  row: SyncRow<unknown>,
  name: Name,
  read: Read<NonNullable<SyncRow<unknown>[Name]>["value"]>,
): void {
  if (read === undefined) return;
  if ("value" in read) Object.assign(row, { [name]: read });
  else row.errors.push(read);
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
  row: SyncRow<Field>,
  given: readonly CustomFieldInput[],
  fields: ReadonlyMap<string, Field>,
): void {
  const seen = new Set<string>();
  for (const [position, { key, value }] of given.entries()) {
    const path = [...row.path, "customFields", String(position)];
    const field = fields.get(key);
    if (!field) row.errors.push(UnknownField.at([...path, "key"]));
    else if (seen.has(key)) row.errors.push(InvalidValue.at([...path, "key"], "each field at most once in a row"));
    else readOne(row, field, value ?? null, [...path, "value"]);
    seen.add(key);
  }
}

function readOne<Field extends ValueShape>(row: SyncRow<Field>, field: Field, value: unknown, path: string[]): void {
  if (value === null) {
    row.custom.push({ field, value: null, path });
    return;
  }
  const read = readFieldValue(field, value);
  if (read.ok) row.custom.push({ field, value: read.value, path });
  else row.errors.push(InvalidValue.at(path, read.expected));
}

import type { ValueShape } from "../contact-field/field-value.policy.js";
import { InvalidValue } from "./contact-value.errors.js";
import { readGivenValues, type GivenValues } from "./given-values.policy.js";
import { readExternalId } from "./name.policy.js";
import type { SyncRowError } from "./sync-contacts.errors.js";
import type { SyncContactRow } from "./sync-contacts.input.js";

/** A row whose values were read, each in its own right; what is wrong with it is in `errors`. */
export interface SyncRow<Field> extends Omit<GivenValues<Field>, "externalId" | "errors"> {
  index: number;
  externalId: string;
  errors: SyncRowError[];
}

/** Reads a row by itself: shapes and types, before anything is known of the contact or the caller. */
export function readSyncRow<Field extends ValueShape>(
  { externalId: given, ...input }: SyncContactRow,
  index: number,
  fields: ReadonlyMap<string, Field>,
): SyncRow<Field> {
  const path = ["input", "rows", String(index)];
  const { externalId: _none, ...values } = readGivenValues(input, path, fields);
  const externalId = readExternalId(given) ?? "";
  const errors: SyncRowError[] = [...values.errors];
  if (externalId === "") errors.unshift(InvalidValue.at([...path, "externalId"], "an id of 1 to 128 characters"));
  return { ...values, index, externalId, errors };
}

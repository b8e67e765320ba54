import { notFound } from "@studio/kit/error/codes.js";
import { CONTACT_FIELD_ROWS, SENSITIVITY_ROWS, type AccessRow } from "../access/access-table.js";
import type { AccessFacts } from "../access/decide-field-access.js";
import { GUARDED_FIELD_ROWS, isGuardedField } from "../access/guarded-fields.js";
import { isShown } from "../contact-field/contact-field.policy.js";
import type { ContactFieldRow } from "../contact-field/contact-field.repository.js";

/** A field of a contact, or of what belongs to one: as errors name it, its row of the access table, and what else decides about it. */
export interface NamedField {
  label: string;
  row: AccessRow;
  facts: Pick<AccessFacts, "fieldId" | "fieldOwner" | "fieldDeprecated">;
}

const NAME = /^(?:Contact\.)?(customFields\.)?(\w+)$/;

/**
 * The field that a person names: one of another type by its full name, else a standard one, then a custom one in use
 * by its key.
 * @throws NOT_FOUND if there is none
 */
export function namedField(name: string, definitions: readonly ContactFieldRow[]): NamedField {
  if (isGuardedField(name)) return { label: name, row: GUARDED_FIELD_ROWS[name], facts: {} };
  const [, isCustom, word = ""] = NAME.exec(name) ?? [];
  const row = !isCustom && Object.hasOwn(CONTACT_FIELD_ROWS, word) ? CONTACT_FIELD_ROWS[word] : undefined;
  if (row) return { label: `Contact.${word}`, row, facts: {} };
  const definition = definitions.find(({ key, state }) => key === word && isShown(state));
  if (!definition) throw notFound("field");
  const { id: fieldId, owner: fieldOwner, state } = definition;
  const facts = { fieldId, fieldOwner, fieldDeprecated: state === "deprecated" };
  return { label: `Contact.customFields.${word}`, row: SENSITIVITY_ROWS[definition.sensitivity], facts };
}

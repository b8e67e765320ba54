import { CONTACT_FIELD_ROWS, SENSITIVITY_ROWS, type AccessRow } from "../access/access-table.js";
import { isSealed, type FieldType } from "../contact-field/contact-field.policy.js";
import type { ContactFieldRow } from "../contact-field/contact-field.repository.js";

/** What a list of contacts can be filtered and ordered by, beside custom fields. */
export type StandardField =
  | "id"
  | "status"
  | "firstName"
  | "lastName"
  | "email"
  | "phone"
  | "externalId"
  | "group"
  | "studio"
  | "restrictedAt"
  | "createdAt"
  | "updatedAt";

/** How values of a field compare. `sealed` ones do not: only whether there is one can be asked. */
export type ValueKind = "text" | "email" | "choice" | "choices" | "number" | "boolean" | "moment" | "id" | "sealed";

/** A field by which a list is filtered, ordered, searched or counted, and the row of the access table that guards it. */
export type ListField =
  | { kind: "standard"; name: StandardField; values: ValueKind; row: AccessRow }
  | { kind: "custom"; name: string; values: ValueKind; row: AccessRow; definition: ContactFieldRow };

const VALUES: Readonly<Record<StandardField, ValueKind>> = {
  id: "id",
  status: "choice",
  firstName: "text",
  lastName: "text",
  email: "email",
  phone: "sealed",
  externalId: "text",
  group: "id",
  studio: "id",
  restrictedAt: "moment",
  createdAt: "moment",
  updatedAt: "moment",
};

/** Those that are no output field of `Contact`, or one of another name. */
const ROWS: Partial<Record<StandardField, AccessRow>> = {
  group: "status",
  studio: "status",
  restrictedAt: "idAndFlag",
  createdAt: "status",
  updatedAt: "status",
};

/** @throws Error if the field has no row in the access table: an unguarded field is not used */
export function standardField(name: StandardField): ListField {
  const row = ROWS[name] ?? CONTACT_FIELD_ROWS[name];
  if (!row) throw new Error(`Contact.${name} has no row in the access table.`);
  return { kind: "standard", name, values: VALUES[name], row };
}

/** A custom field of the account. */
export function customField(definition: ContactFieldRow): ListField {
  const values = isSealed(definition.sensitivity) ? "sealed" : customValues(definition.type);
  return { kind: "custom", name: definition.key, values, row: SENSITIVITY_ROWS[definition.sensitivity], definition };
}

function customValues(type: FieldType): ValueKind {
  switch (type) {
    case "text":
    case "long_text":
    case "email":
    case "phone":
    case "url":
      return "text";
    case "integer":
    case "decimal":
      return "number";
    case "boolean":
      return "boolean";
    case "date":
    case "date_time":
      return "moment";
    case "single_select":
      return "choice";
    case "multi_select":
      return "choices";
    default:
      return type satisfies never;
  }
}

/** The field as an error names it: `Contact.email`, `Contact.customFields.office`. */
export function fieldLabel(field: ListField): string {
  return field.kind === "custom" ? `Contact.customFields.${field.name}` : `Contact.${field.name}`;
}

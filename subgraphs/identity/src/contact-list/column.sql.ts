import { sql, type SQL } from "drizzle-orm";
import type { Column } from "@studio/kit/paging/keyset.js";
import type { ContactFieldRow } from "../contact-field/contact-field.repository.js";
import { contact } from "../contact/contact.table.js";
import type { ListField, StandardField } from "./list-field.js";

/** Names and the texts of custom fields are compared as people sort them. */
const PEOPLE_SORT = sql.raw(`collate "und-x-icu"`);

const STANDARD: Readonly<Record<Exclude<StandardField, "group" | "studio">, Column>> = {
  id: { sql: sql`${contact.id}`, type: "uuid", nullable: false },
  status: { sql: sql`${contact.status}`, type: "text", nullable: false },
  firstName: { sql: sql`${contact.firstName}`, type: "text", nullable: false },
  lastName: { sql: sql`${contact.lastName}`, type: "text", nullable: false },
  email: { sql: sql`${contact.emailKey}`, type: "text", nullable: true },
  phone: { sql: sql`${contact.phoneSealed}`, type: "text", nullable: true },
  externalId: { sql: sql`${contact.externalId}`, type: "text", nullable: true },
  restrictedAt: { sql: sql`${contact.restrictedAt}`, type: "timestamptz", nullable: true },
  createdAt: { sql: sql`${contact.createdAt}`, type: "timestamptz", nullable: false },
  updatedAt: { sql: sql`${contact.updatedAt}`, type: "timestamptz", nullable: false },
};

/** @throws Error for a field that has no single value */
export function columnOf(field: ListField): Column {
  if (field.kind === "custom") return customColumn(field.definition, field.values === "sealed");
  if (field.name === "group" || field.name === "studio") throw new Error(`A contact has no single ${field.name}.`);
  return STANDARD[field.name];
}

/** An indexed field has a column of its own; the others are read out of the JSON. */
function customColumn({ id, type, indexSlot }: ContactFieldRow, sealed: boolean): Column {
  if (sealed) return { sql: sql`${contact.sealedCustom} ->> ${id}::text`, type: "text", nullable: true };
  const isNumber = type === "integer" || type === "decimal";
  const columnType = isNumber ? "float8" : "text";
  if (indexSlot !== null) return { sql: slotColumn(indexSlot), type: columnType, nullable: true };
  if (!isNumber) return { sql: sql`(${contact.custom} ->> ${id}::text) ${PEOPLE_SORT}`, type: "text", nullable: true };
  const number = sql`(case when jsonb_typeof(${contact.custom} -> ${id}::text) = 'number'
    then (${contact.custom} ->> ${id}::text)::float8 end)`;
  return { sql: number, type: "float8", nullable: true };
}

function slotColumn(slot: string): SQL {
  return sql`${contact}.${sql.identifier(`slot_${slot}`)}`;
}

import { isDeepStrictEqual } from "node:util";
import type { Viewer } from "@studio/kit/auth/viewer.js";
import { SENSITIVITY_ROWS, type AccessRow, type FieldOwner, type Sensitivity } from "../access/access-table.js";
import { decideFieldAccess, type AccessFacts } from "../access/decide-field-access.js";
import { decideFieldWrite } from "../access/decide-field-write.js";
import type { FieldValue, ValueShape } from "../contact-field/field-value.policy.js";
import type { ContactStatus } from "./contact-status.js";
import type { Email } from "./email.policy.js";
import { FieldNotWritable, MissingValue, type SyncRowError } from "./sync-contacts.errors.js";
import type { Given, SyncRow } from "./sync-row.policy.js";

/** What a sync needs to know of a field. */
export interface SyncField extends ValueShape {
  id: string;
  key: string;
  sensitivity: Sensitivity;
  owner: FieldOwner;
}

/** A contact as it is, its sealed values opened as far as the row names them. */
export interface KnownContact {
  id: string;
  version: number;
  status: ContactStatus;
  restricted: boolean;
  firstName: string;
  lastName: string;
  email: string | null;
  phone: string | null;
  custom: ReadonlyMap<string, FieldValue>;
}

/** What a row comes to. `changed` names fields, for the audit; `custom` holds new values by field id, null to clear. */
export type SyncPlan =
  | { kind: "rejected"; errors: SyncRowError[] }
  | { kind: "unchanged"; contactId: string }
  | {
      kind: "create";
      values: NewValues & Required<Pick<NewValues, "firstName" | "lastName" | "email">>;
      changed: string[];
    }
  | { kind: "update"; contactId: string; version: number; values: NewValues; changed: string[] };

export interface NewValues {
  firstName?: string;
  lastName?: string;
  email?: Email;
  phone?: string | null;
  custom: { field: SyncField; value: FieldValue | null }[];
}

const NOBODY: Omit<KnownContact, "id" | "version" | "status"> = {
  restricted: false,
  firstName: "",
  lastName: "",
  email: null,
  phone: null,
  custom: new Map(),
};

/**
 * Decides what a row does to a contact: what differs is written if the access table lets the viewer write it. A value
 * that is so already is passed over, whoever may write it, provided the viewer may read it: else the answer would tell.
 */
export function planSync(viewer: Viewer, row: SyncRow<SyncField>, known: KnownContact | null): SyncPlan {
  const errors = [...row.errors];
  const values: NewValues = { custom: [] };
  const changed: string[] = [];
  const facts = { contactId: known?.id ?? "", groupIds: [], restricted: known?.restricted ?? false };
  const was = known ?? NOBODY;
  const judge = judgeFor(viewer, facts, errors);
  if (known?.status === "erasing" || known?.status === "erased")
    errors.push(FieldNotWritable.at(row.path, "the contact is erased"));
  if (!known && judge("externalId", { value: row.externalId, path: [...row.path, "externalId"] }, null))
    changed.push("externalId");
  for (const name of ["firstName", "lastName", "phone"] as const) {
    const given = row[name];
    if (!given || !judge(name === "phone" ? "phone" : "name", given, was[name])) continue;
    Object.assign(values, { [name]: given.value });
    changed.push(name);
  }
  if (row.email && judge("email", { ...row.email, value: row.email.value.address }, was.email)) {
    values.email = row.email.value;
    changed.push("email");
  }
  for (const { field, value, path } of row.custom) {
    const current = was.custom.get(field.id) ?? null;
    const about = { fieldId: field.id, fieldOwner: field.owner };
    if (!judge(SENSITIVITY_ROWS[field.sensitivity], { value, path }, current, about)) continue;
    values.custom.push({ field, value });
    changed.push(`customFields.${field.key}`);
  }
  return conclude(row, known, values, changed, errors);
}

type Judge = (row: AccessRow, given: Given<unknown>, current: unknown, about?: Partial<AccessFacts>) => boolean;

/** Whether a given value is to be written; if it may not be, the reason goes to `errors`. */
function judgeFor(viewer: Viewer, facts: AccessFacts, errors: SyncRowError[]): Judge {
  return (row, given, current, about) => {
    const all = { ...facts, ...about };
    const isSame = isDeepStrictEqual(given.value, current);
    const write = decideFieldWrite(viewer, row, all);
    const mayKnow = decideFieldAccess(viewer, row, all).kind === "read";
    // Written again even if it is so already: else `UNCHANGED` would confirm a guess at what the viewer may not read.
    if (write.kind === "write") return !isSame || !mayKnow;
    if (!isSame || !mayKnow) errors.push(FieldNotWritable.at(given.path, write.reason));
    return false;
  };
}

function conclude(
  row: SyncRow<SyncField>,
  known: KnownContact | null,
  values: NewValues,
  changed: string[],
  errors: SyncRowError[],
): SyncPlan {
  const { firstName, lastName, email } = values;
  if (!known) {
    for (const name of ["firstName", "lastName", "email"] as const) {
      const isSaid = errors.some((error) => error.path.at(-1) === name);
      if (values[name] === undefined && !isSaid) errors.push(MissingValue.at([...row.path, name]));
    }
  }
  if (errors.length > 0) return { kind: "rejected", errors };
  if (known && changed.length === 0) return { kind: "unchanged", contactId: known.id };
  if (known) return { kind: "update", contactId: known.id, version: known.version, values, changed };
  if (!firstName || !lastName || !email) return { kind: "rejected", errors: [MissingValue.at(row.path)] };
  return { kind: "create", values: { ...values, firstName, lastName, email }, changed };
}

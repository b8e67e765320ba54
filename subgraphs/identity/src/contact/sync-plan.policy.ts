import type { Viewer } from "@studio/kit/auth/viewer.js";
import { FieldNotWritable, MissingValue } from "./contact-value.errors.js";
import { judgeValues, type KnownContact, type NewValues, type WritableField } from "./judge-values.policy.js";
import type { SyncRowError } from "./sync-contacts.errors.js";
import type { SyncRow } from "./sync-row.policy.js";

/** What a row comes to. `changed` names fields, for the audit. */
export type SyncPlan =
  | { kind: "rejected"; errors: SyncRowError[] }
  | { kind: "unchanged"; contactId: string }
  | {
      kind: "create";
      values: NewValues & Required<Pick<NewValues, "firstName" | "lastName" | "email">>;
      changed: string[];
    }
  | { kind: "update"; contactId: string; version: number; values: NewValues; changed: string[] };

/** Decides what a row does to a contact, value by value. */
export function planSync(viewer: Viewer, row: SyncRow<WritableField>, known: KnownContact | null): SyncPlan {
  // The external id of a known contact is how the row found it; for a new one it is a value like any other.
  const { externalId: id, ...given } = row;
  if (known?.restricted) return { kind: "rejected", errors: [FieldNotWritable.at(row.path, UNDER_RESTRICTION)] };
  const externalId = { value: id, path: [...row.path, "externalId"] };
  const { values, changed, errors } = judgeValues(viewer, known ? given : { ...given, externalId }, known);
  const closed = known && whyClosed(known);
  const all = [...row.errors, ...(closed ? [FieldNotWritable.at(row.path, closed)] : []), ...errors];
  return conclude(row, known, values, changed, all);
}

/** Said of the whole row, whatever it brings: which of its values are so already is nobody's to know. */
const UNDER_RESTRICTION = "processing of this contact is restricted";

function whyClosed({ status, merged }: KnownContact): string | null {
  if (merged) return "the contact was merged into another";
  return status === "erasing" || status === "erased" ? "the contact is erased" : null;
}

function conclude(
  row: SyncRow<WritableField>,
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

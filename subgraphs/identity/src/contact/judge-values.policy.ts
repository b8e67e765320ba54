import { isDeepStrictEqual } from "node:util";
import type { Viewer } from "@studio/kit/auth/viewer.js";
import { SENSITIVITY_ROWS, type AccessRow, type FieldOwner, type Sensitivity } from "../access/access-table.js";
import { decideFieldAccess, type AccessFacts } from "../access/decide-field-access.js";
import { decideFieldWrite } from "../access/decide-field-write.js";
import type { FieldState } from "../contact-field/contact-field.policy.js";
import type { FieldValue, ValueShape } from "../contact-field/field-value.policy.js";
import { whyNotNew } from "../contact-field/new-value.policy.js";
import type { ContactStatus } from "./contact-status.js";
import { FieldNotWritable, InvalidValue } from "./contact-value.errors.js";
import type { Email } from "./email.policy.js";
import type { Given, GivenValues } from "./given-values.policy.js";

/** What a write needs to know of a field. */
export interface WritableField extends ValueShape {
  id: string;
  key: string;
  sensitivity: Sensitivity;
  owner: FieldOwner;
  state: FieldState;
}

/** A contact as it is, its sealed values opened as far as a call names them. */
export interface KnownContact {
  id: string;
  version: number;
  status: ContactStatus;
  merged: boolean;
  restricted: boolean;
  groupIds: readonly string[];
  firstName: string;
  lastName: string;
  email: string | null;
  phone: string | null;
  externalId: string | null;
  custom: ReadonlyMap<string, FieldValue>;
}

/** What is to be written. `custom` holds new values by field, null to clear. */
export interface NewValues {
  firstName?: string;
  lastName?: string;
  email?: Email;
  phone?: string | null;
  externalId?: string | null;
  custom: { field: WritableField; value: FieldValue | null }[];
}

/** What given values come to. `changed` names fields, for the audit. */
export interface Judgement {
  values: NewValues;
  changed: string[];
  errors: (FieldNotWritable | InvalidValue)[];
}

/** Whom a new contact is compared with. */
export const NOBODY: Omit<KnownContact, "id" | "version" | "status"> = {
  merged: false,
  restricted: false,
  groupIds: [],
  firstName: "",
  lastName: "",
  email: null,
  phone: null,
  externalId: null,
  custom: new Map(),
};

const ROWS = { firstName: "name", lastName: "name", phone: "phone", externalId: "externalId" } as const;

/**
 * Decides which given values are written: what differs, if the access table lets the viewer write it. A value that
 * is so already is passed over, whoever may write it, provided the viewer may read it: else the answer would tell.
 */
export function judgeValues(
  viewer: Viewer,
  given: Omit<GivenValues<WritableField>, "path" | "errors">,
  known: KnownContact | null,
): Judgement {
  const was = known ?? NOBODY;
  const facts = { contactId: known?.id ?? "", groupIds: was.groupIds, restricted: was.restricted };
  const judgement: Judgement = { values: { custom: [] }, changed: [], errors: [] };
  const { values, changed } = judgement;
  const judge = judgeFor(viewer, facts, judgement.errors);
  for (const name of ["externalId", "firstName", "lastName", "phone"] as const) {
    const value = given[name];
    if (!value || !judge(ROWS[name], value, was[name]).isWritten) continue;
    Object.assign(values, { [name]: value.value });
    changed.push(name);
  }
  if (given.email && judge("email", { ...given.email, value: given.email.value.address }, was.email).isWritten) {
    values.email = given.email.value;
    changed.push("email");
  }
  for (const { field, value, path } of given.custom) {
    const current = was.custom.get(field.id) ?? null;
    const about = { fieldId: field.id, fieldOwner: field.owner, fieldDeprecated: field.state === "deprecated" };
    const { isWritten, mayKnow } = judge(SENSITIVITY_ROWS[field.sensitivity], { value, path }, current, about);
    if (!isWritten) continue;
    const refused = whyNotNew(field, value, known === null || mayKnow ? current : undefined);
    if (refused !== null) {
      judgement.errors.push(InvalidValue.at(path, refused));
      continue;
    }
    values.custom.push({ field, value });
    changed.push(`customFields.${field.key}`);
  }
  return judgement;
}

type Judge = (row: AccessRow, given: Given<unknown>, current: unknown, about?: Partial<AccessFacts>) => Verdict;

interface Verdict {
  isWritten: boolean;
  /** Whether the viewer may read what is there: if not, no answer may depend on it. */
  mayKnow: boolean;
}

/** Whether a given value is to be written; if it may not be, the reason goes to `errors`. */
function judgeFor(viewer: Viewer, facts: AccessFacts, errors: Judgement["errors"]): Judge {
  return (row, given, current, about) => {
    const all = { ...facts, ...about };
    const isSame = isDeepStrictEqual(given.value, current);
    const write = decideFieldWrite(viewer, row, all);
    const mayKnow = decideFieldAccess(viewer, row, all).kind === "read";
    // Written again even if it is so already: else `UNCHANGED` would confirm a guess at what the viewer may not read.
    if (write.kind === "write") return { isWritten: !isSame || !mayKnow, mayKnow };
    if (!isSame || !mayKnow) errors.push(FieldNotWritable.at(given.path, write.reason));
    return { isWritten: false, mayKnow };
  };
}

import { notFound } from "@studio/kit/error/codes.js";
import { fromGlobalId } from "@studio/kit/paging/global-id.js";
import { accountOf, type IdentityContext } from "../context.js";
import type { ContactFieldRow } from "./contact-field.repository.js";
import { ownerForSealed } from "./define-field.rules.js";
import { findDefinition } from "./edit-contact-field.repository.js";
import { countValues } from "./field-values.repository.js";
import { requireValues } from "./require-values.js";

/** What deleting a field would destroy, and the token that confirms to have seen it. */
export interface FieldDeletionPreview {
  field: ContactFieldRow;
  values: number;
  restricted: number;
  confirmationToken: string;
}

/** Counts the values that deleting a field destroys. @throws FORBIDDEN for who may not read them */
export async function previewFieldDeletion(context: IdentityContext, globalId: string): Promise<FieldDeletionPreview> {
  const accountId = accountOf(context);
  const id = fromGlobalId("ContactField", globalId);
  const { db } = context.services;
  const [field, counts] = await db.inAccount(accountId, (tx) =>
    Promise.all([findDefinition(tx, accountId, id), countValues(tx, accountId, id)]),
  );
  if (!field) throw notFound("contact field");
  ownerForSealed(context.viewer, "Query.previewContactFieldDeletion", field.sensitivity);
  requireValues(context, field);
  return { field, ...counts, confirmationToken: makeToken(context, field, counts.values) };
}

/** A token for exactly this count of exactly this version of the field. */
function makeToken({ services }: IdentityContext, { accountId, id, version }: ContactFieldRow, values: number): string {
  return services.cursors.encode(accountId, `delete:${id}`, [version, values]);
}

/** Whether a token was made for the field as it is, and for as many values. */
export function isConfirmed(
  { services }: IdentityContext,
  { accountId, id, version }: ContactFieldRow,
  values: number,
  token: string,
): boolean {
  try {
    const [confirmedVersion, confirmedValues] = services.cursors.decode(accountId, `delete:${id}`, token);
    return confirmedVersion === version && confirmedValues === values;
  } catch {
    return false;
  }
}

import { notFound } from "@studio/kit/error/codes.js";
import type { Tx } from "@studio/kit/db/database.js";
import { fromGlobalId } from "@studio/kit/paging/global-id.js";
import type { IdentityContext } from "../context.js";
import { InvalidContactField } from "./contact-field.errors.js";
import { isAsConfidential } from "./contact-field.policy.js";
import type { ContactFieldRow } from "./contact-field.repository.js";
import { ownerForSealed } from "./define-field.rules.js";
import { findDefinition } from "./edit-contact-field.repository.js";
import type { FieldMigrationInput } from "./field-life.input.js";
import { requireValues } from "./require-values.js";

export interface FieldMigration {
  from: ContactFieldRow;
  to: ContactFieldRow;
}

/**
 * The two fields of a migration, if one may be made of them.
 * @throws NOT_FOUND for another account's field, FORBIDDEN for an admin and a confidential one, or where
 * the values may not be read
 */
export async function readMigration(
  context: IdentityContext,
  tx: Tx,
  accountId: string,
  input: FieldMigrationInput,
  operation: string,
): Promise<FieldMigration | InvalidContactField> {
  const from = await findDefinition(tx, accountId, fromGlobalId("ContactField", input.from));
  const to = await findDefinition(tx, accountId, fromGlobalId("ContactField", input.to));
  if (!from || !to) throw notFound("contact field");
  ownerForSealed(context.viewer, operation, from.sensitivity, to.sensitivity);
  requireValues(context, from);
  requireValues(context, to);
  const at = ["input", "to"];
  if (from.id === to.id) return InvalidContactField.at(at, "Choose another field than the one that has the values.");
  if (to.state !== "active") return InvalidContactField.at(at, "The field that gets the values must be active.");
  if (!isAsConfidential(to.sensitivity, from.sensitivity))
    return InvalidContactField.at(at, "The field that gets the values must be at least as confidential.");
  return { from, to };
}

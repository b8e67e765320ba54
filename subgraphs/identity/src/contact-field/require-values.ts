import type { RequestContext } from "@studio/kit/server/request-context.js";
import { SENSITIVITY_ROWS } from "../access/access-table.js";
import { requireUse } from "../access/use-of.js";
import type { ContactFieldRow } from "./contact-field.repository.js";

/**
 * Counting values, or trying what they convert to, tells of them, and making them less confidential opens them: only who
 * reads the field in full may.
 * @throws FORBIDDEN with the field's own reason
 */
export function requireValues(context: RequestContext, { id, key, owner, sensitivity }: ContactFieldRow): void {
  const facts = { fieldId: id, fieldOwner: owner };
  requireUse(context, `Contact.customFields.${key}`, SENSITIVITY_ROWS[sensitivity], facts, `values of ${key}`);
}

import { rule } from "@studio/kit/shield/rule.js";
import { SENSITIVITY_ROWS } from "../access/access-table.js";
import { toDecision } from "../access/contact-rules.js";
import { contactFacts } from "../contact/contact.facts.js";
import type { IdentityContext } from "../context.js";
import type { CustomFieldEntry } from "./custom-field-value.resolver.js";

/** A value is read by the row of its field's sensitivity. */
const mayReadValue = rule<CustomFieldEntry, unknown, IdentityContext>(
  "mayReadCustomFieldValue",
  async ({ contact, field }, _args, context) => {
    const facts = { ...(await contactFacts(contact, context)), fieldId: field.id, fieldOwner: field.owner };
    return toDecision(context, SENSITIVITY_ROWS[field.sensitivity], `Contact.customFields.${field.key}`, facts);
  },
);

export const customFieldValueRules = { CustomFieldValue: { value: mayReadValue } };

import type { RuleTree } from "@studio/kit/shield/guard-schema.js";
import { auditRules } from "./audit/audit.rules.js";
import { consentRules } from "./consent/consent.rules.js";
import { contactRules } from "./contact/contact.rules.js";
import { dataSubjectRequestRules } from "./data-subject-request/data-subject-request.rules.js";

/** Every rule of this subgraph. */
export const rules: RuleTree = {
  ...contactRules,
  ...dataSubjectRequestRules,
  Query: { ...auditRules["Query"], ...dataSubjectRequestRules["Query"] },
  Mutation: { ...consentRules["Mutation"], ...dataSubjectRequestRules["Mutation"] },
};

import { contactFieldRules } from "@studio/identity/access/contact-rules.js";
import type { RuleTree } from "@studio/kit/shield/guard-schema.js";
import type { ComplianceContext } from "../context.js";
import type { Contact } from "./contact.stub.js";

/** Who may read what this subgraph knows of a contact: the access table decides. */
export const contactRules: RuleTree = {
  Contact: contactFieldRules<Contact, ComplianceContext>(
    ["id", "consents", "dataSubjectRequests"],
    ({ known }) => known.facts,
  ),
};

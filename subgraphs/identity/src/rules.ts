import { allow } from "graphql-shield";
import type { RuleTree } from "@studio/kit/shield/guard-schema.js";
import { contactRules, isInAccount, maySyncContacts, mayListContacts } from "./contact/contact.rules.js";
import { customFieldValueRules } from "./custom-field-value/custom-field-value.rules.js";

/** Who may do what in this subgraph. A root field that is not here is denied. */
export const rules: RuleTree = {
  Query: {
    viewer: allow,
    account: isInAccount,
    contact: isInAccount,
    contacts: mayListContacts,
    contactFields: isInAccount,
    node: isInAccount,
  },
  Mutation: {
    requestVerification: allow,
    verifyEmail: allow,
    syncContacts: maySyncContacts,
  },
  ...contactRules,
  ...customFieldValueRules,
};

import { allow } from "graphql-shield";
import type { RuleTree } from "@studio/kit/shield/guard-schema.js";
import {
  contactRules,
  isInAccount,
  mayEditContact,
  mayKeepContacts,
  mayListContacts,
} from "./contact/contact.rules.js";
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
    syncContacts: mayKeepContacts,
    createContact: mayKeepContacts,
    updateContact: mayEditContact,
    archiveContact: mayKeepContacts,
    restoreContact: mayKeepContacts,
  },
  ...contactRules,
  ...customFieldValueRules,
};

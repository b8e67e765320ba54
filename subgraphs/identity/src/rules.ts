import { allow } from "graphql-shield";
import type { RuleTree } from "@studio/kit/shield/guard-schema.js";
import { accountRules } from "./account/account.rules.js";
import { bulkActionRules } from "./bulk-action/bulk-action.rules.js";
import {
  contactRules,
  isInAccount,
  mayEditContact,
  mayKeepContacts,
  mayListContacts,
  mayMergeContacts,
} from "./contact/contact.rules.js";
import { defineFieldRules } from "./contact-field/define-field.rules.js";
import { groupRules } from "./group/group.rules.js";
import { memberRules } from "./member/member.rules.js";
import { savedViewRules } from "./saved-view/saved-view.rules.js";
import { supportGrantRules } from "./support-grant/support-grant.rules.js";
import { fieldAppealRules } from "./special-category/field-appeal.rules.js";
import { webhookRules } from "./webhook-endpoint/webhook-endpoint.rules.js";
import { customFieldValueRules } from "./custom-field-value/custom-field-value.rules.js";

/** Who may do what in this subgraph. A root field that is not here is denied. */
export const rules: RuleTree = {
  Query: {
    viewer: allow,
    account: isInAccount,
    contact: isInAccount,
    contacts: mayListContacts,
    contactStats: mayListContacts,
    contactFields: isInAccount,
    node: isInAccount,
    ...memberRules.Query,
    ...groupRules.Query,
    ...supportGrantRules.Query,
    ...bulkActionRules.Query,
    ...savedViewRules.Query,
    ...defineFieldRules.Query,
    ...fieldAppealRules.Query,
    ...webhookRules.Query,
  },
  Mutation: {
    ...accountRules.Mutation,
    ...memberRules.Mutation,
    ...groupRules.Mutation,
    ...supportGrantRules.Mutation,
    ...bulkActionRules.Mutation,
    ...savedViewRules.Mutation,
    ...defineFieldRules.Mutation,
    ...fieldAppealRules.Mutation,
    ...webhookRules.Mutation,
    requestVerification: allow,
    verifyEmail: allow,
    syncContacts: mayKeepContacts,
    createContact: mayKeepContacts,
    updateContact: mayEditContact,
    archiveContact: mayKeepContacts,
    restoreContact: mayKeepContacts,
    mergeContacts: mayMergeContacts,
    undoMerge: mayMergeContacts,
  },
  Account: accountRules.Account,
  Group: groupRules.Group,
  SupportGrant: supportGrantRules.SupportGrant,
  ...contactRules,
  ...customFieldValueRules,
};

import { allow } from "graphql-shield";
import { joinRules } from "@studio/kit/shield/join-rules.js";
import { whileOpen } from "@studio/kit/shield/while-open.js";
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
import { fieldAccessRules } from "./field-access/field-access.rules.js";
import { groupRules } from "./group/group.rules.js";
import { invitationRules } from "./invitation/invitation.rules.js";
import { memberRules } from "./member/member.rules.js";
import { previewRules } from "./preview/preview.rules.js";
import { savedViewRules } from "./saved-view/saved-view.rules.js";
import { supportGrantRules } from "./support-grant/support-grant.rules.js";
import { fieldAppealRules } from "./special-category/field-appeal.rules.js";
import { webhookRules } from "./webhook-endpoint/webhook-endpoint.rules.js";
import { customFieldValueRules } from "./custom-field-value/custom-field-value.rules.js";

const mutations = {
  ...accountRules.Mutation,
  ...memberRules.Mutation,
  ...invitationRules.Mutation,
  ...groupRules.Mutation,
  ...supportGrantRules.Mutation,
  ...bulkActionRules.Mutation,
  ...savedViewRules.Mutation,
  ...previewRules.Mutation,
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
};

/**
 * What goes on while an account is closing: taking access away, staff's help, signing in, a contact's corrections (the
 * rule looks itself), and what answers as data.
 */
const GOES_ON: readonly (keyof typeof mutations)[] = [
  "updateAccountSettings",
  "inviteMember",
  "revokeMemberInvitation",
  "suspendMember",
  "removeMember",
  "unassignCoordinator",
  "pauseWebhookEndpoint",
  "deleteWebhookEndpoint",
  "inviteContact",
  "resendInvitation",
  "revokeInvitation",
  "acceptInvitation",
  "requestVerification",
  "verifyEmail",
  "requestSupportAccess",
  "grantSupportAccess",
  "denySupportAccess",
  "extendSupportAccess",
  "revokeSupportAccess",
  "startBulkAction",
  "cancelBulkAction",
  "previewAs",
  "updateContact",
];

/** Who may do what in this subgraph. A root field that is not here is denied. */
export const rules = whileOpen(
  joinRules(
    {
      Query: {
        viewer: allow,
        account: isInAccount,
        contact: isInAccount,
        contacts: mayListContacts,
        contactStats: mayListContacts,
        contactFields: isInAccount,
        node: isInAccount,
        ...fieldAccessRules.Query,
        ...memberRules.Query,
        ...invitationRules.Query,
        ...groupRules.Query,
        ...supportGrantRules.Query,
        ...bulkActionRules.Query,
        ...savedViewRules.Query,
        ...defineFieldRules.Query,
        ...fieldAppealRules.Query,
        ...webhookRules.Query,
      },
      Mutation: mutations,
      Account: accountRules.Account,
      Group: groupRules.Group,
      SupportGrant: supportGrantRules.SupportGrant,
    },
    contactRules,
    customFieldValueRules,
  ),
  GOES_ON,
);

// What drizzle-kit compares with the migrations.
export { identitySchema } from "./columns.js";
export { account } from "./account/account.table.js";
export { member, hubMembership } from "./member/member.table.js";
export { memberInvitation } from "./member/member-invitation.table.js";
export { contact, contactKey } from "./contact/contact.table.js";
export { contactMerge } from "./contact/contact-merge.table.js";
export { bulkAction, bulkActionRow } from "./bulk-action/bulk-action.table.js";
export { group, groupContact, memberGroup } from "./group/group.table.js";
export { contactField } from "./contact-field/contact-field.table.js";
export { fieldRun } from "./contact-field/field-run.table.js";
export { fieldAppeal, openAppeal } from "./special-category/field-appeal.table.js";
export { verification } from "./verification/verification.table.js";
export { session } from "./session/session.table.js";
export { apiClient } from "./api-client/api-client.table.js";
export { supportGrant } from "./support-grant/support-grant.table.js";
export { savedView } from "./saved-view/saved-view.table.js";
export { webhookEndpoint, webhookTurn } from "./webhook-endpoint/webhook-endpoint.table.js";
export { webhookDelivery, webhookAttempt } from "./webhook-delivery/webhook-delivery.table.js";

import type { NonEmptyArray } from "type-graphql";
import { buildSubgraphSchema } from "@studio/kit/server/build-subgraph-schema.js";
import { assertEveryContactFieldHasRow } from "./access/contact-rules.js";
import { accountReference } from "./account/account.reference.js";
import { AccountResolver } from "./account/account.resolver.js";
import { bulkActionReference } from "./bulk-action/bulk-action.reference.js";
import { BulkActionResolver, BulkActionRowResolver } from "./bulk-action/bulk-action.resolver.js";
import { contactFieldReference } from "./contact-field/contact-field.reference.js";
import { ContactFieldOptionResolver, ContactFieldResolver } from "./contact-field/contact-field.resolver.js";
import { EditContactFieldResolver } from "./contact-field/edit-contact-field.resolver.js";
import { FieldValuesResolver } from "./contact-field/field-values.resolver.js";
import { contactReference } from "./contact/contact.reference.js";
import { ContactResolver } from "./contact/contact.resolver.js";
import {
  EmailTaken,
  ExternalIdTaken,
  FieldNotWritable,
  InvalidValue,
  MissingValue,
  UnknownField,
} from "./contact/contact-value.errors.js";
import { ContactListResolver } from "./contact-list/contact-list.resolver.js";
import { ContactStatsResolver } from "./contact-list/contact-stats.resolver.js";
import { EditContactResolver } from "./contact/edit-contact.resolver.js";
import { MergeResolver } from "./contact/merge.resolver.js";
import { DuplicateExternalId } from "./contact/sync-contacts.errors.js";
import { SyncContactsResolver } from "./contact/sync-contacts.resolver.js";
import type { IdentityContext } from "./context.js";
import { CustomFieldValueResolver } from "./custom-field-value/custom-field-value.resolver.js";
import { GroupMutationsResolver } from "./group/group-mutations.resolver.js";
import { GroupPeopleResolver } from "./group/group-people.resolver.js";
import { groupReference } from "./group/group.reference.js";
import { GroupResolver } from "./group/group.resolver.js";
import { invitationReference } from "./invitation/invitation.reference.js";
import { InvitationResolver } from "./invitation/invitation.resolver.js";
import { MemberInvitationResolver } from "./member/member-invitation.resolver.js";
import { MemberMutationsResolver } from "./member/member-mutations.resolver.js";
import { memberReference } from "./member/member.reference.js";
import { MemberResolver } from "./member/member.resolver.js";
import { NodeResolver } from "./node/node.resolver.js";
import { rules } from "./rules.js";
import { FieldAppealResolver } from "./special-category/field-appeal.resolver.js";
import { savedViewReference } from "./saved-view/saved-view.reference.js";
import { FieldAccessResolver } from "./field-access/field-access.resolver.js";
import { PreviewResolver } from "./preview/preview.resolver.js";
import { SavedViewResolver } from "./saved-view/saved-view.resolver.js";
import { SupportGrantMutationsResolver } from "./support-grant/support-grant-mutations.resolver.js";
import { supportGrantReference } from "./support-grant/support-grant.reference.js";
import { SupportGrantResolver } from "./support-grant/support-grant.resolver.js";
import { VerificationResolver } from "./verification/verification.resolver.js";
import { EndpointDeliveriesResolver, WebhookDeliveryResolver } from "./webhook-delivery/webhook-delivery.resolver.js";
import { WebhookEndpointMutationsResolver } from "./webhook-endpoint/webhook-endpoint-mutations.resolver.js";
import { webhookEndpointReference } from "./webhook-endpoint/webhook-endpoint.reference.js";
import { WebhookEndpointResolver } from "./webhook-endpoint/webhook-endpoint.resolver.js";
import { ViewerResolver } from "./viewer/viewer.resolver.js";

const RESOLVERS: NonEmptyArray<Function> = [
  ViewerResolver,
  NodeResolver,
  AccountResolver,
  MemberResolver,
  MemberMutationsResolver,
  MemberInvitationResolver,
  InvitationResolver,
  GroupResolver,
  GroupMutationsResolver,
  GroupPeopleResolver,
  SupportGrantResolver,
  SupportGrantMutationsResolver,
  ContactResolver,
  ContactListResolver,
  ContactStatsResolver,
  FieldAccessResolver,
  PreviewResolver,
  SavedViewResolver,
  ContactFieldResolver,
  ContactFieldOptionResolver,
  EditContactFieldResolver,
  FieldValuesResolver,
  FieldAppealResolver,
  CustomFieldValueResolver,
  SyncContactsResolver,
  EditContactResolver,
  MergeResolver,
  BulkActionResolver,
  BulkActionRowResolver,
  VerificationResolver,
  WebhookEndpointResolver,
  WebhookEndpointMutationsResolver,
  EndpointDeliveriesResolver,
  WebhookDeliveryResolver,
];

/** Reached through the interface `UserError` alone. */
const VALUE_ERRORS = [
  UnknownField,
  InvalidValue,
  MissingValue,
  FieldNotWritable,
  DuplicateExternalId,
  EmailTaken,
  ExternalIdTaken,
];

const REFERENCES = {
  Contact: contactReference,
  Account: accountReference,
  ContactField: contactFieldReference,
  Member: memberReference,
  Group: groupReference,
  SupportGrant: supportGrantReference,
  BulkAction: bulkActionReference,
  SavedView: savedViewReference,
  Invitation: invitationReference,
  WebhookEndpoint: webhookEndpointReference,
};

/**
 * The guarded schema of this subgraph and its SDL. Needs no database.
 * @throws UnguardableSchema if a field of Contact has no row in the access table
 */
export async function buildIdentitySchema() {
  const built = await buildSubgraphSchema<IdentityContext>({
    resolvers: RESOLVERS,
    orphanedTypes: VALUE_ERRORS,
    references: REFERENCES,
    rules,
  });
  assertEveryContactFieldHasRow(built.schema);
  return built;
}

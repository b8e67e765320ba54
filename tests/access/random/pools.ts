import { toGlobalId } from "@studio/kit/paging/global-id.js";
import type { Mark } from "../../support/access/canary.js";
import type { Viewer } from "../../support/access/cast.js";
import type { World } from "../../support/access/world.js";
import type { Random } from "./random.js";

const other = (mark: Mark): Mark => (mark === "a" ? "b" : "a");

/** What a mutation may be tried on: spare things of one's own account, and anything of the other. */
const SPARE = "Spare";

/** The type that an id at a place is of; `Any` for any. An id that is not here has nothing to be picked from. */
export const ID_TYPES: Readonly<Record<string, string>> = {
  "Query.node.id": "Any",
  "Query.bulkAction.id": "BulkAction",
  "Query.contact.id": "Contact",
  "Query.contactFieldRuns.fieldId": "ContactField",
  "Query.contacts.view": "SavedView",
  "Query.group.id": "Group",
  "Query.member.id": "Member",
  "Query.photo.id": "Photo",
  "Query.previewContactFieldDeletion.id": "ContactField",
  "Query.studio.id": "AnyStudio",
  "Query.submission.id": "Submission",
  "Query.collection.id": "Collection",
  "Query.collectionRemovalPreview.id": "Collection",
  "Query.derivativeRecipe.id": "DerivativeRecipe",
  "Query.derivativeRecipes.studioId": "AnyStudio",
  "Query.derivativeRun.id": "DerivativeRun",
  "Query.gallery.id": "Gallery",
  "Query.submissionEventPage.studioIds": "Studio",
  "Subscription.submissionEvents.studioIds": "Studio",
  "Query.auditEvent.id": "Any",
  "Query.dataSubjectRequest.id": "DataSubjectRequest",
  "Query.explainFieldAccess.contact": "Contact",
  "Query.explainFieldAccess.studio": "Studio",
  "AccessViewerInput.apiClient": "Any",
  "AccessViewerInput.fieldIds": "ContactField",
  "AccessViewerInput.groupIds": "Group",
  "AccessViewerInput.member": "Member",
  "ApproveDataSubjectRequestInput.id": "DataSubjectRequest",
  "AuditEventFilter.actorIds": "Member",
  "AuditEventFilter.subjectIds": "Contact",
  "DenyDataSubjectRequestInput.id": "DataSubjectRequest",
  "EnterDataSubjectRequestInput.contactId": "Contact",
  "IdentifyDataSubjectInput.contactId": "Contact",
  "IdentifyDataSubjectInput.id": "DataSubjectRequest",
  "InviteContactInput.contactId": "Contact",
  "InviteContactInput.studioId": "Studio",
  "PreviewAsInput.fieldIds": "ContactField",
  "PreviewAsInput.groupIds": "Group",
  "ResendInvitationInput.id": "Invitation",
  "RevokeInvitationInput.id": "Invitation",
  "StartBulkActionInput.fieldId": "ContactField",
  "StartBulkActionInput.studioId": "Studio",
  "WithdrawDataSubjectRequestInput.id": "DataSubjectRequest",
  "AddContactsToGroupInput.contactIds": "Contact",
  "AddContactsToGroupInput.groupId": "SpareGroup",
  "ArchiveContactInput.id": "SpareContact",
  "ArchiveGroupInput.id": "SpareGroup",
  "AssignCoordinatorInput.groupId": "SpareGroup",
  "AssignCoordinatorInput.memberId": "SpareMember",
  "CancelBulkActionInput.id": "BulkAction",
  "ChangeMemberRoleInput.id": "SpareMember",
  "ContactFieldStateInput.id": "SpareContactField",
  "ContactTarget.contactIds": "Contact",
  "DeleteContactFieldInput.id": "SpareContactField",
  "DeleteGroupInput.id": "SpareGroup",
  "DeleteSavedViewInput.id": "SpareSavedView",
  "DenySupportAccessInput.id": "SpareSupportGrant",
  "ExtendSupportAccessInput.id": "SpareSupportGrant",
  "FieldMigrationInput.from": "SpareContactField",
  "FieldMigrationInput.to": "SpareContactField",
  "GrantSupportAccessInput.id": "SpareSupportGrant",
  "GroupFilter.eq": "Group",
  "GroupFilter.in": "Group",
  "IdFilter.eq": "Contact",
  "IdFilter.in": "Contact",
  "InviteMemberInput.groupIds": "SpareGroup",
  "MatchingContacts.view": "SavedView",
  "MergeContactsInput.duplicateId": "Contact",
  "MergeContactsInput.survivorId": "Contact",
  "PublishStudioInput.id": "Studio",
  "PauseStudioInput.id": "Studio",
  "ResumeStudioInput.id": "Studio",
  "ArchiveStudioInput.id": "Studio",
  "ReinstateMemberInput.id": "SpareMember",
  "RemoveContactsFromGroupInput.contactIds": "Contact",
  "RemoveContactsFromGroupInput.groupId": "SpareGroup",
  "RemoveMemberInput.id": "SpareMember",
  "RenameGroupInput.id": "SpareGroup",
  "RequestSupportAccessInput.accountId": "Account",
  "ResendMemberInvitationInput.id": "SpareMember",
  "RestoreContactInput.id": "SpareContact",
  "RestoreGroupInput.id": "SpareGroup",
  "ReviewFieldAppealInput.id": "Any",
  "RevokeMemberInvitationInput.id": "SpareMember",
  "RevokeSupportAccessInput.id": "SpareSupportGrant",
  "StartBulkActionInput.groupId": "SpareGroup",
  "SubmissionFilter.contactIds": "Contact",
  "SubmissionFilter.studioIds": "Studio",
  "SubmitPhotoInput.photoId": "Photo",
  "SuspendMemberInput.id": "SpareMember",
  "UnassignCoordinatorInput.groupId": "SpareGroup",
  "UnassignCoordinatorInput.memberId": "SpareMember",
  "UndoMergeInput.duplicateId": "Contact",
  "UpdateContactFieldInput.id": "SpareContactField",
  "UpdateContactInput.id": "Contact",
  "UpdateSavedViewInput.id": "SpareSavedView",
  "AcceptSubmissionInput.id": "SpareSubmission",
  "AddDerivativeRecipeInput.studioId": "Studio",
  "ApplyDerivativeRecipeInput.collectionId": "Collection",
  "ApplyDerivativeRecipeInput.id": "DerivativeRecipe",
  "CancelCollectionRemovalInput.id": "Collection",
  "ChoosePhotoInput.photoId": "Photo",
  "CreateCollectionInput.studioId": "Studio",
  "CreateCollectionInput.submissionIds": "Submission",
  "CreateGalleryInput.studioId": "Studio",
  "CreateGalleryInput.submissionIds": "Submission",
  "CreatePhotoUploadInput.submissionId": "Submission",
  "CreateWebhookEndpointInput.fieldIds": "ContactField",
  "DeleteWebhookEndpointInput.id": "WebhookEndpoint",
  "LockGalleryInput.id": "Gallery",
  "PauseWebhookEndpointInput.id": "WebhookEndpoint",
  "RejectSubmissionInput.id": "SpareSubmission",
  "RemoveCollectionInput.id": "Collection",
  "RemoveDerivativeRecipeInput.id": "DerivativeRecipe",
  "ReplayWebhookEventsInput.id": "WebhookEndpoint",
  "RequestRetakeInput.id": "SpareSubmission",
  "ResendWebhookDeliveryInput.id": "WebhookDelivery",
  "ResumeWebhookEndpointInput.id": "WebhookEndpoint",
  "RotateWebhookSecretInput.id": "WebhookEndpoint",
  "SeenSubmissionInput.id": "SpareSubmission",
  "SendTestWebhookInput.id": "WebhookEndpoint",
  "SetGalleryCaptionInput.fieldId": "ContactField",
  "SetGalleryCaptionInput.studioId": "Studio",
  "UpdateWebhookEndpointInput.fieldIds": "ContactField",
  "UpdateWebhookEndpointInput.id": "WebhookEndpoint",
  "WithdrawSubmissionInput.id": "SpareSubmission",
};

/** A global id for a place: of the viewer's own account mostly, else of the other, or of nothing at all. */
export function pickId(world: World, { account: mark, contact }: Viewer, at: string, random: Random): string {
  const type = ID_TYPES[at];
  if (!type) throw new Error(`Nobody said of what type the id at ${at} is.`);
  const luck = random.next();
  if (luck > 0.95)
    return luck > 0.975 ? random.word(20) : toGlobalId("Contact", "01890000-0000-7000-8000-00000000dead");
  if (contact !== null && type === "Contact" && luck < 0.6) return world.accounts[mark].contacts[contact]!.globalId;
  if (luck < 0.78) return random.pick(idsOf(world, mark, type));
  const foreign = type.startsWith(SPARE) ? type.slice(SPARE.length) : type;
  return random.pick([...idsOf(world, other(mark), type), ...idsOf(world, other(mark), foreign)]);
}

function idsOf(world: World, mark: Mark, type: string): readonly string[] {
  const { contacts, things } = world.accounts[mark];
  switch (type) {
    case "Contact":
      return contacts.map(({ globalId }) => globalId);
    case "SpareContact":
      return [contacts[5]!.globalId, contacts[7]!.globalId];
    case "Submission":
      return contacts
        .filter((_one, index) => index % 2 === 0)
        .map(({ submissionId }) => toGlobalId(type, submissionId));
    case "Photo":
      return contacts.filter((_one, index) => index % 2 === 0).map(({ photoId }) => toGlobalId(type, photoId));
    case "AnyStudio":
      return [...things["Studio"]!, ...things["DraftStudio"]!];
    case "Any":
      return ["Contact", "Contact", "Submission", "Photo"]
        .flatMap((one) => idsOf(world, mark, one))
        .concat(...Object.values(things));
    default:
      return things[type] ?? [];
  }
}

/* eslint-disable */
/** Internal type. DO NOT USE DIRECTLY. */
type Exact<T extends { [key: string]: unknown }> = { [K in keyof T]: T[K] };
/** Internal type. DO NOT USE DIRECTLY. */
export type Incremental<T> = T | { [P in keyof T]?: P extends ' $fragmentName' | '__typename' ? T[P] : never };
import type { DocumentTypeDecoration } from '@graphql-typed-document-node/core';
/** What a contact may consent to. */
export type ConsentPurpose =
  /** Training AI with their photos: off unless they opt in (P15). */
  | 'AI_TRAINING'
  /** Using their photos or address to advertise. */
  | 'MARKETING'
  /** Taking, editing and keeping their photos for the studio. */
  | 'PROCESSING';

/** What a contact has said last about a purpose. */
export type ConsentState =
  /** They agreed, and have not withdrawn it. */
  | 'GIVEN'
  /** They agreed once and have withdrawn it. */
  | 'WITHDRAWN';

/** Where a contact is in their life. */
export type ContactStatus =
  /** Set aside by the account. */
  | 'ARCHIVED'
  /** Gone: only the id is left. */
  | 'ERASED'
  /** Being erased. */
  | 'ERASING'
  /** Invited; has not come yet. */
  | 'INVITED'
  /** Known, the email not yet proven. */
  | 'UNVERIFIED'
  /** Has proven their email. */
  | 'VERIFIED';

/** Where a photo is in its life. */
export type PhotoStatus =
  /** No headshot could be made of it; `failureReason` says why. */
  | 'FAILED'
  /** The original is in; the headshot is being made. */
  | 'PROCESSING'
  /** Its bytes are gone. */
  | 'PURGED'
  /** The edited version can be reviewed. */
  | 'READY'
  /** Its upload link is open; no bytes have come in. */
  | 'UPLOADING';

/** What happened to a submission or its photo. */
export type SubmissionEventType =
  /** `photo.failed`: No headshot could be made of a photo. Carries photoId, contactId, studioId, submissionId. */
  | 'PHOTO_FAILED'
  /** `photo.ready`: The headshot is made and can be reviewed. Carries photoId, contactId, studioId, submissionId. */
  | 'PHOTO_READY'
  /** `submission.accepted`: A submission was accepted. Carries submissionId, contactId, studioId, photoId. */
  | 'SUBMISSION_ACCEPTED'
  /** `submission.created`: A contact asked for an upload: a draft was opened. Carries submissionId, contactId, studioId, photoId. */
  | 'SUBMISSION_CREATED'
  /** `submission.deleted`: A submission's pictures are gone for good. Carries submissionId, contactId, studioId, photoId. */
  | 'SUBMISSION_DELETED'
  /** `submission.rejected`: A reviewer rejected a submission, for a reason. Carries submissionId, contactId, studioId, photoId. */
  | 'SUBMISSION_REJECTED'
  /** `submission.retake_requested`: A reviewer asked the contact for another photo. Carries submissionId, contactId, studioId, photoId. */
  | 'SUBMISSION_RETAKE_REQUESTED'
  /** `submission.submitted`: A contact approved the edited photo and submitted it. Carries submissionId, contactId, studioId, photoId. */
  | 'SUBMISSION_SUBMITTED'
  /** `submission.withdrawn`: The contact took a submission back. Carries submissionId, contactId, studioId, photoId. */
  | 'SUBMISSION_WITHDRAWN';

/** Where a submission is in its life. */
export type SubmissionStatus =
  /** An admin accepted it. */
  | 'ACCEPTED'
  /** Submitted, and an admin has to accept it. */
  | 'AWAITING_ADMIN'
  /** Its photo is being uploaded or edited. */
  | 'DRAFT'
  /** The contact looks at the edited photo. */
  | 'IN_REVIEW'
  /** Its photo is gone. */
  | 'PURGED'
  /** An admin rejected it. */
  | 'REJECTED'
  /** The contact approved and submitted it. */
  | 'SUBMITTED'
  /** The contact took it back. */
  | 'WITHDRAWN';

export type DashboardQueryVariables = Exact<{
  first: number;
  after?: string | null | undefined;
}>;


export type DashboardQuery = { contacts: { edges: Array<{ node: { id: string, status: ContactStatus | null, firstName: string | null, lastName: string | null, email: string | null, phone: string | null, externalId: string | null, customFields: Array<{ key: string, value: unknown }> | null, consents: Array<{ purpose: ConsentPurpose, state: ConsentState }> | null, latestSubmission: { id: string, status: SubmissionStatus, submittedAt: string | null, studio: { id: string, name: string }, photo: { id: string, status: PhotoStatus, edited: { url: string, digest: string } | null } | null } | null } }>, pageInfo: { hasNextPage: boolean, endCursor: string | null } } | null };

export type FindNodeQueryVariables = Exact<{
  id: string;
}>;


export type FindNodeQuery = { node:
    | { __typename: 'Account', id: string }
    | { __typename: 'AuditEvent', id: string }
    | { __typename: 'BulkAction', id: string }
    | { __typename: 'Collection', id: string }
    | { __typename: 'Contact', firstName: string | null, id: string }
    | { __typename: 'ContactField', id: string }
    | { __typename: 'DataSubjectRequest', id: string }
    | { __typename: 'DerivativeRecipe', id: string }
    | { __typename: 'DerivativeRun', id: string }
    | { __typename: 'Gallery', id: string }
    | { __typename: 'Group', id: string }
    | { __typename: 'Invitation', id: string }
    | { __typename: 'Member', id: string }
    | { __typename: 'Photo', format: string | null, id: string }
    | { __typename: 'SavedView', id: string }
    | { __typename: 'Studio', name: string, id: string }
    | { __typename: 'Submission', status: SubmissionStatus, id: string }
    | { __typename: 'SupportGrant', id: string }
    | { __typename: 'WebhookDelivery', id: string }
    | { __typename: 'WebhookEndpoint', id: string }
   | null };

export type SubmissionEventsSubscriptionVariables = Exact<{
  after?: string | null | undefined;
  types?: Array<SubmissionEventType> | SubmissionEventType | null | undefined;
  studioIds?: Array<string> | string | null | undefined;
}>;


export type SubmissionEventsSubscription = { submissionEvents: { id: string, type: SubmissionEventType, occurredAt: string, submission: { id: string, status: SubmissionStatus } | null, contact: { id: string, firstName: string | null, lastName: string | null } | null, studio: { id: string, name: string } | null } | null };

export class TypedDocumentString<TResult, TVariables>
  extends String
  implements DocumentTypeDecoration<TResult, TVariables>
{
  __apiType?: NonNullable<DocumentTypeDecoration<TResult, TVariables>['__apiType']>;
  private value: string;
  public __meta__?: Record<string, any> | undefined;

  constructor(value: string, __meta__?: Record<string, any> | undefined) {
    super(value);
    this.value = value;
    this.__meta__ = __meta__;
  }

  override toString(): string & DocumentTypeDecoration<TResult, TVariables> {
    return this.value;
  }
}

export const DashboardDocument = new TypedDocumentString(`
    query Dashboard($first: Int!, $after: String) {
  contacts(first: $first, after: $after) {
    edges {
      node {
        id
        status
        firstName
        lastName
        email
        phone
        externalId
        customFields {
          key
          value
        }
        consents {
          purpose
          state
        }
        latestSubmission {
          id
          status
          submittedAt
          studio {
            id
            name
          }
          photo {
            id
            status
            edited {
              url
              digest
            }
          }
        }
      }
    }
    pageInfo {
      hasNextPage
      endCursor
    }
  }
}
    `) as unknown as TypedDocumentString<DashboardQuery, DashboardQueryVariables>;
export const FindNodeDocument = new TypedDocumentString(`
    query FindNode($id: ID!) {
  node(id: $id) {
    __typename
    id
    ... on Contact {
      firstName
    }
    ... on Studio {
      name
    }
    ... on Submission {
      status
    }
    ... on Photo {
      format
    }
  }
}
    `) as unknown as TypedDocumentString<FindNodeQuery, FindNodeQueryVariables>;
export const SubmissionEventsDocument = new TypedDocumentString(`
    subscription SubmissionEvents($after: String, $types: [SubmissionEventType!], $studioIds: [ID!]) {
  submissionEvents(after: $after, types: $types, studioIds: $studioIds) {
    id
    type
    occurredAt
    submission {
      id
      status
    }
    contact {
      id
      firstName
      lastName
    }
    studio {
      id
      name
    }
  }
}
    `) as unknown as TypedDocumentString<SubmissionEventsSubscription, SubmissionEventsSubscriptionVariables>;
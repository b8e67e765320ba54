import { toGlobalId } from "@studio/kit/paging/global-id.js";

/** What an event of one type tells. */
export interface EventKind {
  /** The type as it lies in the log and travels in webhooks. */
  name: string;
  description: string;
  /** The ids that its payload carries. */
  ids: readonly string[];
  /** Grows when the payload changes in a way that a reader must know of. */
  version: number;
}

/** The name to which the log's cursors are bound, whichever way it is read. */
export const EVENT_CURSORS = "events";

/** Of what type each id of a payload is. */
const ID_TYPES: Readonly<Record<string, string>> = {
  contactId: "Contact",
  studioId: "Studio",
  submissionId: "Submission",
  photoId: "Photo",
  invitationId: "Invitation",
  webhookEndpointId: "WebhookEndpoint",
  duplicateId: "Contact",
  exportId: "Export",
};

const SUBMISSION = ["submissionId", "contactId", "studioId", "photoId"];
const PHOTO = ["photoId", "contactId", "studioId", "submissionId"];

const INVITATION = ["contactId", "studioId", "invitationId"];

/** Of a type whose capability is not there yet: it is in the contract, so that receivers can be written for it. */
const COMING = "No part of the platform does this yet, so none is told so far.";

const kind = (name: string, description: string, ids: readonly string[]): EventKind => ({
  name,
  description,
  ids,
  version: 1,
});

/** What happens to submissions and their photos, by the name in the graph. */
export const SUBMISSION_EVENT_KINDS = {
  SUBMISSION_CREATED: kind("submission.created", "A contact asked for an upload: a draft was opened.", SUBMISSION),
  SUBMISSION_SUBMITTED: kind(
    "submission.submitted",
    "A contact approved the edited photo and submitted it.",
    SUBMISSION,
  ),
  SUBMISSION_ACCEPTED: kind("submission.accepted", "A submission was accepted.", SUBMISSION),
  SUBMISSION_REJECTED: kind("submission.rejected", "A reviewer rejected a submission, for a reason.", SUBMISSION),
  SUBMISSION_RETAKE_REQUESTED: kind(
    "submission.retake_requested",
    "A reviewer asked the contact for another photo.",
    SUBMISSION,
  ),
  SUBMISSION_WITHDRAWN: kind("submission.withdrawn", "The contact took a submission back.", SUBMISSION),
  SUBMISSION_DELETED: kind("submission.deleted", "A submission's pictures are gone for good.", SUBMISSION),
  PHOTO_READY: kind("photo.ready", "The headshot is made and can be reviewed.", PHOTO),
  PHOTO_FAILED: kind("photo.failed", "No headshot could be made of a photo.", PHOTO),
} as const satisfies Record<string, EventKind>;

/** Every event that the platform announces: a type that is not here is not part of the public contract. */
export const EVENT_KINDS = {
  ...SUBMISSION_EVENT_KINDS,
  CONTACT_CREATED: kind("contact.created", "A contact was created.", ["contactId"]),
  CONTACT_UPDATED: kind("contact.updated", "A contact's values, groups or status changed.", ["contactId"]),
  CONTACT_ARCHIVED: kind("contact.archived", "A contact was archived and signed out.", ["contactId"]),
  CONTACT_RESTORED: kind("contact.restored", "An archived contact is in use again.", ["contactId"]),
  CONTACT_MERGED: kind("contact.merged", "A duplicate was merged into this contact.", ["contactId", "duplicateId"]),
  CONTACT_UNMERGED: kind("contact.unmerged", "A merge was undone.", ["contactId", "duplicateId"]),
  CONTACT_INVITED: kind("contact.invited", "A contact was invited to a studio, or invited again.", INVITATION),
  CONTACT_INVITATION_OPENED: kind("contact.invitation_opened", "An invitation's link was opened.", INVITATION),
  CONTACT_INVITATION_ACCEPTED: kind("contact.invitation_accepted", "A contact came by an invitation.", INVITATION),
  CONTACT_INVITATION_REVOKED: kind("contact.invitation_revoked", "An invitation was taken back.", INVITATION),
  STUDIO_PUBLISHED: kind("studio.published", "A studio takes photos.", ["studioId"]),
  STUDIO_PAUSED: kind("studio.paused", "A studio is closed for now.", ["studioId"]),
  STUDIO_RESUMED: kind("studio.resumed", "A paused studio takes photos again.", ["studioId"]),
  STUDIO_ARCHIVED: kind("studio.archived", "A studio is closed for good.", ["studioId"]),
  CONTACT_ERASED: kind("contact.erased", `A contact's data is gone for good. ${COMING}`, ["contactId"]),
  EXPORT_READY: kind("export.ready", `An export can be fetched. ${COMING}`, ["exportId"]),
  CONSENT_CHANGED: kind("consent.changed", "A contact gave or withdrew a consent.", ["contactId", "studioId"]),
  WEBHOOK_ENDPOINT_DISABLED: kind("webhook_endpoint.disabled", "The platform stopped sending to an endpoint.", [
    "webhookEndpointId",
  ]),
} as const satisfies Record<string, EventKind>;

/**
 * What the platform announces to itself alone: rights requests are no business of integrations or coordinators (the
 * access matrix), so no feed, stream or webhook tells of them.
 */
export const INTERNAL_EVENTS: readonly string[] = [
  "request.filed",
  "request.identified",
  "request.approved",
  "request.denied",
  "request.withdrawn",
];

export type EventTypeKey = keyof typeof EVENT_KINDS;
export type SubmissionEventTypeKey = keyof typeof SUBMISSION_EVENT_KINDS;

const KEYS = new Map(Object.entries(EVENT_KINDS).map(([key, { name }]) => [name, key as EventTypeKey]));

/** The graph's name of a logged type; null for one that is not part of the contract. */
export function eventTypeKey(name: string): EventTypeKey | null {
  return KEYS.get(name) ?? null;
}

/** The name in the log of a type of the graph; the graph's own for one that is not known. */
export function eventTypeName(key: string): string {
  return (EVENT_KINDS as Readonly<Record<string, EventKind>>)[key]?.name ?? key;
}

/** The ids of a logged event as the graph and webhooks write them. */
export function globalEventIds(ids: Readonly<Record<string, string>>): Record<string, string> {
  const known = Object.entries(ids).flatMap(([name, id]) => {
    const type = ID_TYPES[name];
    return type === undefined ? [] : [[name, toGlobalId(type, id)] as const];
  });
  return Object.fromEntries(known);
}

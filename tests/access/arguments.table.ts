/**
 * How what an argument tells of contacts is decided:
 * - `field`: by the access table, for every field that it names; `arguments.test.ts` proves it
 * - `reach`: it narrows to things within the viewer's reach; one beyond it counts as none
 * - `id`: what it names is found in the viewer's own reach only, else NOT_FOUND (`lookups.ts`)
 * - `page`: where in a list, by a sealed cursor of the same list (`cursors-and-links.test.ts`)
 * - `role`: its field is for roles that may see all that it tells of
 * - `link`: the secret that it is, is the permission
 * - `none`: it says nothing of any contact
 */
type DecidedBy = "field" | "reach" | "id" | "page" | "role" | "link" | "none";

const pages = (field: string, ...names: string[]): Record<string, DecidedBy> =>
  Object.fromEntries(names.map((name) => [`${field}.${name}`, "page"]));
const forward = (field: string) => pages(field, "after", "first");
const bothWays = (field: string) => pages(field, "after", "before", "first", "last");

/** Every argument of the graph, but the `input` of mutations. One that is not here fails the test. */
export const ARGUMENTS: Readonly<Record<string, DecidedBy>> = {
  ...bothWays("Query.contacts"),
  "Query.contacts.filter": "field",
  "Query.contacts.orderBy": "field",
  "Query.contacts.search": "field",
  "Query.contacts.view": "field",
  "Query.contactStats.filter": "field",
  "Query.contactStats.search": "field",
  "Query.contactStats.facets": "field",
  "Query.previewFieldMigration.input": "field",
  "Query.previewContactFieldDeletion.id": "field",
  "Contact.customFields.keys": "field",

  ...bothWays("Query.submissions"),
  "Query.submissions.filter": "reach",
  "Query.submissions.orderBy": "none",
  "Query.submissionStats.filter": "reach",
  "Query.submissionStats.studios": "none",
  ...forward("Query.submissionEventPage"),
  "Query.submissionEventPage.studioIds": "reach",
  "Query.submissionEventPage.types": "reach",
  "Subscription.submissionEvents.after": "page",
  "Subscription.submissionEvents.studioIds": "reach",
  "Subscription.submissionEvents.types": "reach",
  ...forward("Query.eventPage"),
  "Query.eventPage.since": "reach",
  "Query.eventPage.types": "reach",
  "Subscription.events.after": "page",
  "Subscription.events.types": "reach",

  "Query.contact.id": "id",
  "Query.submission.id": "id",
  "Query.photo.id": "id",
  "Query.node.id": "id",
  "Query.group.id": "id",
  "Query.studio.id": "id",
  "Query.dataSubjectRequest.id": "id",
  "Query.explainFieldAccess.contact": "id",
  "Query.explainFieldAccess.viewer": "role",
  "Query.explainFieldAccess.field": "role",
  "Query.explainFieldAccess.purpose": "role",
  "Query.explainFieldAccess.studio": "id",

  ...bothWays("Contact.dataSubjectRequests"),
  ...bothWays("Contact.invitations"),
  ...forward("Contact.submissions"),
  ...forward("BulkAction.rows"),
  "BulkAction.rows.outcome": "role",
  "Query.bulkAction.id": "role",
  ...bothWays("Query.auditEvents"),
  "Query.auditEvents.filter": "role",
  "Query.auditEvent.id": "role",
  ...bothWays("Query.dataSubjectRequests"),
  "Query.dataSubjectRequests.filter": "role",
  "Query.collection.id": "role",
  "Query.collectionRemovalPreview.id": "role",
  ...forward("Query.collections"),
  "Query.contactFieldRuns.fieldId": "role",
  ...forward("Query.galleries"),
  "Query.gallery.id": "role",
  "Query.member.id": "role",
  ...forward("Query.members"),
  "Query.members.statuses": "role",
  "Query.openFieldAppeals.first": "page",
  ...forward("Query.supportGrants"),
  ...forward("Query.webhookEndpoints"),
  ...forward("WebhookEndpoint.deliveries"),
  "WebhookEndpoint.deliveries.status": "role",

  "Query.derivativeRecipe.id": "none",
  "Query.derivativeRecipes.studioId": "none",
  // Of a run, members are told how many photos it dealt with, and of no contact.
  "Query.derivativeRun.id": "none",
  ...forward("Query.groups"),
  "Query.groups.archived": "none",
  ...forward("Query.studios"),
  "Query.studioBySlug.slug": "none",
  "ContactField.help.locale": "none",
  "ContactField.label.locale": "none",
  "ContactFieldOption.label.locale": "none",
  "Query.memberInvitation.token": "link",
  "Query.contactInvitation.token": "link",
};

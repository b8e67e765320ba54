import type { GraphQLArgument, GraphQLObjectType, GraphQLSchema } from "graphql";
import type { Template } from "./template.js";

/** Root fields that lead to contacts are asked more often, the others once in a while. */
export const OFTEN: Readonly<Record<string, number>> = {
  contact: 12,
  contacts: 14,
  contactStats: 5,
  node: 8,
  submissions: 6,
  submission: 5,
  photo: 5,
  submissionEventPage: 4,
  eventPage: 3,
  savedViews: 3,
  auditEvents: 3,
  bulkAction: 3,
  viewer: 3,
  members: 2,
  groups: 2,
  updateContact: 10,
  syncContacts: 8,
  createContact: 3,
  startBulkAction: 3,
  createSavedView: 2,
};

/** Fields that lead to values are selected more often than others. */
export const LIKELY: Readonly<Record<string, number>> = {
  customFields: 0.75,
  value: 0.9,
  node: 0.95,
  edges: 0.95,
  contact: 0.8,
  photo: 0.75,
  digest: 0.9,
  consents: 0.6,
  dataSubjectRequests: 0.6,
  statement: 0.9,
  original: 0.7,
  changedAt: 0.9,
};

/** How likely an optional argument is given: pages small, and streams from where there are events. */
export function likelihoodOf({ name }: GraphQLArgument, field: string): number {
  return name === "first" || (name === "after" && /^(submissionE|e)vent(s|Page)$/.test(field)) ? 0.9 : 0.4;
}

/** The kind of operation that has these root fields. */
export function kindOf(schema: GraphQLSchema, roots: readonly string[]): Template["kind"] {
  const has = (type: GraphQLObjectType | null | undefined) => roots.every((root) => type?.getFields()[root]);
  return has(schema.getQueryType()) ? "query" : has(schema.getMutationType()) ? "mutation" : "subscription";
}

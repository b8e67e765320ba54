/* eslint-disable */
import * as types from './graphql.js';



/**
 * Map of all GraphQL operations in the project.
 *
 * This map has several performance disadvantages:
 * 1. It is not tree-shakeable, so it will include all operations in the project.
 * 2. It is not minifiable, so the string of a GraphQL query will be multiple times inside the bundle.
 * 3. It does not support dead code elimination, so it will add unused operations.
 *
 * Therefore it is highly recommended to use the babel or swc plugin for production.
 * Learn more about it here: https://the-guild.dev/graphql/codegen/plugins/presets/preset-client#reducing-bundle-size
 */
type Documents = {
    "query Dashboard($first: Int!, $after: String) {\n  contacts(first: $first, after: $after) {\n    edges {\n      node {\n        id\n        status\n        firstName\n        lastName\n        email\n        phone\n        externalId\n        customFields {\n          key\n          value\n        }\n        consents {\n          purpose\n          state\n        }\n        latestSubmission {\n          id\n          status\n          submittedAt\n          studio {\n            id\n            name\n          }\n          photo {\n            id\n            status\n            edited {\n              url\n              digest\n            }\n          }\n        }\n      }\n    }\n    pageInfo {\n      hasNextPage\n      endCursor\n    }\n  }\n}": typeof types.DashboardDocument,
    "query FindNode($id: ID!) {\n  node(id: $id) {\n    __typename\n    id\n    ... on Contact {\n      firstName\n    }\n    ... on Studio {\n      name\n    }\n    ... on Submission {\n      status\n    }\n    ... on Photo {\n      format\n    }\n  }\n}": typeof types.FindNodeDocument,
    "subscription SubmissionEvents($after: String, $types: [SubmissionEventType!], $studioIds: [ID!]) {\n  submissionEvents(after: $after, types: $types, studioIds: $studioIds) {\n    id\n    type\n    occurredAt\n    submission {\n      id\n      status\n    }\n    contact {\n      id\n      firstName\n      lastName\n    }\n    studio {\n      id\n      name\n    }\n  }\n}": typeof types.SubmissionEventsDocument,
};
const documents: Documents = {
    "query Dashboard($first: Int!, $after: String) {\n  contacts(first: $first, after: $after) {\n    edges {\n      node {\n        id\n        status\n        firstName\n        lastName\n        email\n        phone\n        externalId\n        customFields {\n          key\n          value\n        }\n        consents {\n          purpose\n          state\n        }\n        latestSubmission {\n          id\n          status\n          submittedAt\n          studio {\n            id\n            name\n          }\n          photo {\n            id\n            status\n            edited {\n              url\n              digest\n            }\n          }\n        }\n      }\n    }\n    pageInfo {\n      hasNextPage\n      endCursor\n    }\n  }\n}": types.DashboardDocument,
    "query FindNode($id: ID!) {\n  node(id: $id) {\n    __typename\n    id\n    ... on Contact {\n      firstName\n    }\n    ... on Studio {\n      name\n    }\n    ... on Submission {\n      status\n    }\n    ... on Photo {\n      format\n    }\n  }\n}": types.FindNodeDocument,
    "subscription SubmissionEvents($after: String, $types: [SubmissionEventType!], $studioIds: [ID!]) {\n  submissionEvents(after: $after, types: $types, studioIds: $studioIds) {\n    id\n    type\n    occurredAt\n    submission {\n      id\n      status\n    }\n    contact {\n      id\n      firstName\n      lastName\n    }\n    studio {\n      id\n      name\n    }\n  }\n}": types.SubmissionEventsDocument,
};

/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "query Dashboard($first: Int!, $after: String) {\n  contacts(first: $first, after: $after) {\n    edges {\n      node {\n        id\n        status\n        firstName\n        lastName\n        email\n        phone\n        externalId\n        customFields {\n          key\n          value\n        }\n        consents {\n          purpose\n          state\n        }\n        latestSubmission {\n          id\n          status\n          submittedAt\n          studio {\n            id\n            name\n          }\n          photo {\n            id\n            status\n            edited {\n              url\n              digest\n            }\n          }\n        }\n      }\n    }\n    pageInfo {\n      hasNextPage\n      endCursor\n    }\n  }\n}"): typeof import('./graphql.js').DashboardDocument;
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "query FindNode($id: ID!) {\n  node(id: $id) {\n    __typename\n    id\n    ... on Contact {\n      firstName\n    }\n    ... on Studio {\n      name\n    }\n    ... on Submission {\n      status\n    }\n    ... on Photo {\n      format\n    }\n  }\n}"): typeof import('./graphql.js').FindNodeDocument;
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "subscription SubmissionEvents($after: String, $types: [SubmissionEventType!], $studioIds: [ID!]) {\n  submissionEvents(after: $after, types: $types, studioIds: $studioIds) {\n    id\n    type\n    occurredAt\n    submission {\n      id\n      status\n    }\n    contact {\n      id\n      firstName\n      lastName\n    }\n    studio {\n      id\n      name\n    }\n  }\n}"): typeof import('./graphql.js').SubmissionEventsDocument;


export function graphql(source: string) {
  return (documents as any)[source] ?? {};
}

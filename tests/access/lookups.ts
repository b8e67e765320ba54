import { toGlobalId } from "@studio/kit/paging/global-id.js";
import type { TestAccount } from "../support/account.js";

/** Global ids of a thing of each kind, of the contact at an index. */
export const idsOf = (account: TestAccount, index = 0): Record<string, string> => ({
  Contact: account.contacts[index]!.globalId,
  Submission: toGlobalId("Submission", account.contacts[index]!.submissionId),
  Photo: toGlobalId("Photo", account.contacts[index]!.photoId),
  Studio: account.studio.globalId,
  Account: toGlobalId("Account", account.id),
  ContactField: toGlobalId("ContactField", account.fieldId("office")),
});

/** Every way to ask for a thing by its id: its type, and the operation. */
export const LOOKUPS: [string, string][] = [
  ["Contact", "query($id: ID!) { contact(id: $id) { id email consents { state } latestSubmission { id } } }"],
  ["Contact", "query($id: ID!) { contact(id: $id) { submissions(first: 1) { edges { cursor } } } }"],
  ["Contact", "query($id: ID!) { found: contact(id: $id) { ...Name } } fragment Name on Contact { firstName }"],
  ["Contact", "query($id: ID!) { node(id: $id) { id ... on Contact { email } } }"],
  ["Contact", "query($id: ID!) { node(id: $id) { ...Any } } fragment Any on Node { id ... on Contact { phone } }"],
  ["Submission", "query($id: ID!) { submission(id: $id) { id contact { email } photo { id } studio { name } } }"],
  ["Submission", "query($id: ID!) { node(id: $id) { id ... on Submission { status } } }"],
  ["Photo", "query($id: ID!) { photo(id: $id) { id original { url } edited { url } } }"],
  ["Photo", "query($id: ID!) { node(id: $id) { id ... on Photo { status } } }"],
  ["Studio", "query($id: ID!) { studio(id: $id) { id name } }"],
  ["Studio", "query($id: ID!) { node(id: $id) { id ... on Studio { name } } }"],
  ["Account", "query($id: ID!) { node(id: $id) { id ... on Account { name } } }"],
  ["ContactField", "query($id: ID!) { node(id: $id) { id ... on ContactField { label } } }"],
  ["Studio", "mutation($id: ID!) { publishStudio(input: { id: $id }) { __typename } }"],
];

import { anonymous, type Viewer } from "@studio/kit/auth/viewer.js";
import { newAccount, type Json, type RunningCompliance } from "./running-compliance.js";

const ALL = `id kind status origin receivedAt dueAt decidedAt denialGround statement explanation
  claimant { firstName lastName email } contact { id } steps { step at actorKind }`;
const OUTCOME = `__typename ... on FiledDataSubjectRequest { dataSubjectRequest { ${ALL} } }
  ... on JoinedDataSubjectRequest { dataSubjectRequest { ${ALL} } } ... on UserError { message path }`;
export const FILE = `mutation ($input: FileDataSubjectRequestInput!) { filed: fileDataSubjectRequest(input: $input) { ${OUTCOME} } }`;
export const ENTER = `mutation ($input: EnterDataSubjectRequestInput!) { filed: enterDataSubjectRequest(input: $input) { ${OUTCOME} } }`;
export const FORM = `mutation ($input: FileUnverifiedDataSubjectRequestInput!) { filed: fileUnverifiedDataSubjectRequest(input: $input) {
  __typename ... on UnverifiedDataSubjectRequestFiled { receivedAt dueAt } ... on UserError { message path } } }`;
const CHANGED = `__typename ... on DataSubjectRequestPayload { dataSubjectRequest { ${ALL} } }
  ... on UserError { message path } ... on DataSubjectRequestNotOpen { status }`;
export const IDENTIFY = `mutation ($input: IdentifyDataSubjectInput!) { done: identifyDataSubject(input: $input) { ${CHANGED} } }`;
export const APPROVE = `mutation ($input: ApproveDataSubjectRequestInput!) { done: approveDataSubjectRequest(input: $input) { ${CHANGED} } }`;
export const DENY = `mutation ($input: DenyDataSubjectRequestInput!) { done: denyDataSubjectRequest(input: $input) { ${CHANGED} } }`;
export const WITHDRAW = `mutation ($input: WithdrawDataSubjectRequestInput!) { done: withdrawDataSubjectRequest(input: $input) { ${CHANGED} } }`;
export const LIST = `query ($first: Int, $after: String, $last: Int, $before: String, $filter: DataSubjectRequestFilter) {
  dataSubjectRequests(first: $first, after: $after, last: $last, before: $before, filter: $filter) {
    edges { node { id kind } } pageInfo { hasNextPage hasPreviousPage startCursor endCursor } } }`;
export const ONE = `query ($id: ID!) { dataSubjectRequest(id: $id) { ${ALL} } }`;
export const OF_CONTACT = `query ($of: [_Any!]!) { entities: _entities(representations: $of) { ... on Contact {
  dataSubjectRequests(first: 10) { edges { node { kind status } } } } } }`;

/** Ways to ask for and about rights requests. */
export function requestClient(compliance: RunningCompliance) {
  /** What a mutation came to, and the codes of its errors. */
  const mutate = async (viewer: Viewer, mutation: string, input: Json) => {
    const { data, errors } = await compliance.ask(viewer, mutation, { input });
    return { ...(data?.filed ?? data?.done), codes: errors.map((error) => error.code) };
  };
  return {
    mutate,
    file: (viewer: Viewer, kind = "ERASURE", statement?: string) => mutate(viewer, FILE, { kind, statement }),
    /** An account with a contact, its officer, and its public form. */
    newClient: async () => {
      const account = await newAccount(compliance);
      const form = { studioSlug: `studio-${account.studioId}`, kind: "ACCESS", firstName: "Ann", lastName: "Lee" };
      return {
        ...account,
        officer: account.member("privacy_officer"),
        contact: await account.newContact(),
        fileByForm: (input: Json = {}) => mutate(anonymous, FORM, { ...form, email: "ann@example.com", ...input }),
      };
    },
  };
}

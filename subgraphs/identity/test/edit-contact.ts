import type { ContactViewer, Viewer } from "@studio/kit/auth/viewer.js";
import { newId } from "@studio/kit/id.js";
import { toGlobalId } from "@studio/kit/paging/global-id.js";
import type { Row } from "./sync.js";
import type { RunningIdentity } from "./running-identity.js";

const CONTACT = `id status version firstName lastName email phone externalId customFields { key value }`;

const ERROR = `type: __typename ... on UserError { message path }`;
const INVALID = `... on InvalidContact { problems { type: __typename message path } }`;
const STATE = `... on VersionConflict { currentVersion } ... on ContactStateConflict { status }`;

const OPERATIONS = {
  createContact: `mutation ($input: CreateContactInput!) { result: createContact(input: $input) { ${ERROR} ${INVALID}
    ... on CreateContactPayload { contact { ${CONTACT} } } } }`,
  updateContact: `mutation ($input: UpdateContactInput!) { result: updateContact(input: $input) { ${ERROR} ${INVALID}
    ${STATE} ... on UpdateContactPayload { emailToVerify contact { ${CONTACT} } } } }`,
  archiveContact: `mutation ($input: ArchiveContactInput!) { result: archiveContact(input: $input) { ${ERROR} ${STATE}
    ... on ArchiveContactPayload { contact { ${CONTACT} } } } }`,
  restoreContact: `mutation ($input: RestoreContactInput!) { result: restoreContact(input: $input) { ${ERROR} ${STATE}
    ... on RestoreContactPayload { contact { ${CONTACT} } } } }`,
};

/** Runs a mutation of one contact: its result, and what was refused outside it. */
export const edit = async (identity: RunningIdentity, viewer: Viewer, name: keyof typeof OPERATIONS, input: Row) => {
  const answer = await identity.ask(viewer, OPERATIONS[name], { input });
  return { ...answer.data?.result, refused: answer.errors };
};

export const gid = (contactId: string) => toGlobalId("Contact", contactId);

/** The problems of a refused contact as "Type at.the.path". */
export const problemsOf = (result: { problems?: { type: string; path: string[] }[] }) =>
  (result.problems ?? []).map((problem) => `${problem.type} ${problem.path.slice(1).join(".")}`);

/** A contact as they are signed in themselves. */
export const selfOf = (accountId: string, contactId: string, studioId = newId()): ContactViewer => {
  return { kind: "contact", accountId, contactId, studioId, sessionId: newId() };
};

/** What the audit trail and the event log say about one contact, in order. */
export const tracesOf = async (identity: RunningIdentity, contactId: string) => {
  const audit = await identity.admin`
    select action from compliance.audit_event where subject_id = ${contactId} order by position`;
  const events = await identity.admin`
    select type from events.event where ids ->> 'contactId' = ${contactId} order by position`;
  return { audit: audit.map((row) => String(row["action"])), events: events.map((row) => String(row["type"])) };
};

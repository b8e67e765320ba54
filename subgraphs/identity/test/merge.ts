import type { Viewer } from "@studio/kit/auth/viewer.js";
import { gid } from "./edit-contact.js";
import type { RunningIdentity } from "./running-identity.js";
import type { Row } from "./sync.js";

/** A contact with all that a merge touches. */
export const MERGED_CONTACT = `id status version firstName email phone externalId customFields { key value }
  mergedInto { id }`;

const ERROR = `type: __typename ... on UserError { message path }`;

const MERGE = `mutation ($input: MergeContactsInput!) { result: mergeContacts(input: $input) { ${ERROR}
  ... on VersionConflict { currentVersion }
  ... on MergeContactsPayload { contact { ${MERGED_CONTACT} } duplicate { ${MERGED_CONTACT} } } } }`;

const UNDO = `mutation ($input: UndoMergeInput!) { result: undoMerge(input: $input) { ${ERROR}
  ... on UndoMergePayload { contact { ${MERGED_CONTACT} } duplicate { ${MERGED_CONTACT} } } } }`;

/** Merges one contact into another. */
export const merge = async (
  identity: RunningIdentity,
  viewer: Viewer,
  { survivor, duplicate, ...more }: Row & { survivor: string; duplicate: string },
) => {
  const input = { survivorId: gid(survivor), duplicateId: gid(duplicate), ...more };
  const { data, errors } = await identity.ask(viewer, MERGE, { input });
  return { ...data?.result, refused: errors };
};

/** Undoes the merge of a contact. */
export const undo = async (identity: RunningIdentity, viewer: Viewer, duplicate: string) => {
  const { data, errors } = await identity.ask(viewer, UNDO, { input: { duplicateId: gid(duplicate) } });
  return { ...data?.result, refused: errors };
};

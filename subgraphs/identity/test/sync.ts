import type { Viewer } from "@studio/kit/auth/viewer.js";
import type { RunningIdentity } from "./running-identity.js";

const SYNC = `mutation ($input: SyncContactsInput!) { syncContacts(input: $input) { type: __typename
  ... on UserError { message path }
  ... on SyncContactsPayload { created updated unchanged rejected results { index externalId outcome
    contact { id version email phone customFields { key value } } errors { type: __typename message path } } } } }`;

export type Row = Record<string, unknown>;

export const person = (externalId: string, more: Row = {}): Row => ({
  externalId,
  firstName: "Noa",
  lastName: "Weber",
  email: `${externalId.toLowerCase()}@example.org`,
  ...more,
});

export const sync = async (identity: RunningIdentity, viewer: Viewer, rows: Row[]) => {
  const answer = await identity.ask(viewer, SYNC, { input: { rows } });
  return { ...answer.data?.syncContacts, refused: answer.errors };
};

export const only = async (identity: RunningIdentity, viewer: Viewer, row: Row) =>
  (await sync(identity, viewer, [row])).results[0];

export const errorsOf = (result: { errors: { type: string; path: string[] }[] }) =>
  result.errors.map((error) => `${error.type} ${error.path.slice(3).join(".")}`);

import type { Viewer } from "@studio/kit/auth/viewer.js";
import { poll } from "../../../dev/src/poll.js";
import type { RunningIdentity } from "./running-identity.js";
import type { Row } from "./sync.js";

const ACTION = `id kind state failure total changed unchanged rejected finishedAt group { name }`;

const START = `mutation ($input: StartBulkActionInput!) { result: startBulkAction(input: $input) { type: __typename
  ... on UserError { message path } ... on StartBulkActionPayload { bulkAction { ${ACTION} } } } }`;

const CANCEL = `mutation ($input: CancelBulkActionInput!) { result: cancelBulkAction(input: $input) { type: __typename
  ... on BulkActionOver { state } ... on CancelBulkActionPayload { bulkAction { ${ACTION} } } } }`;

const READ = `query ($id: ID!, $first: Int!, $after: String, $outcome: BulkRowOutcome) { bulkAction(id: $id) { ${ACTION}
  rows(first: $first, after: $after, outcome: $outcome) { pageInfo { hasNextPage endCursor }
    edges { node { contactId outcome refusal contact { status } } } } } }`;

/** A running identity's bulk actions, asked for as a viewer. */
export const bulkActions = (identity: RunningIdentity) => ({
  start: async (viewer: Viewer, input: Row) => {
    const { data, errors } = await identity.ask(viewer, START, { input });
    return { ...data?.result, refused: errors };
  },
  cancel: async (viewer: Viewer, id: string) => {
    const { data, errors } = await identity.ask(viewer, CANCEL, { input: { id } });
    return { ...data?.result, refused: errors };
  },
  read: async (viewer: Viewer, id: string, page: Row = {}) =>
    (await identity.ask(viewer, READ, { id, first: 250, ...page })).data?.bulkAction,
  /** The action once it is over. */
  async ended(viewer: Viewer, id: string, page: Row = {}) {
    return poll(
      async () => {
        const action = await this.read(viewer, id, page);
        return action?.finishedAt ? action : undefined;
      },
      { timeoutMs: 30_000, everyMs: 25 },
    );
  },
});

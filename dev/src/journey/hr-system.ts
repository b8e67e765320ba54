import type { GraphClient } from "./graph-client.js";

/** What happened to one row. */
export interface RowResult {
  externalId: string;
  outcome: string;
  errors: { message: string; path: string[] }[];
}

export interface HrRow {
  externalId: string;
  firstName?: string;
  lastName?: string;
  email?: string;
  customFields: { key: string; value: unknown }[];
}

/** Upserts people by the HR system's own ids. */
export async function syncContacts(graph: GraphClient, rows: readonly HrRow[]): Promise<RowResult[]> {
  const { syncContacts: synced } = await graph.ask<{ syncContacts: { results: RowResult[] } }>(
    `mutation Sync($input: SyncContactsInput!) {
      syncContacts(input: $input) {
        ... on SyncContactsPayload { results { externalId outcome errors { message path } } }
        ... on UserError { message }
      }
    }`,
    { input: { rows } },
  );
  return synced.results;
}

import type { ApiClientKind, MemberRole } from "@studio/kit/auth/viewer.js";
import type { Clock } from "@studio/kit/clock.js";

/** Where a seed goes. The service must have been started once, so that its tables are there. */
export interface SeedTarget {
  /** The administrator's URL; the rows are written as the service's own role. */
  databaseUrl: string;
  masterKey: Buffer;
  clock: Clock;
}

export interface SeedMember {
  id: string;
  name: string;
  email: string;
  role: MemberRole;
  /** The groups of a coordinator. */
  groupIds?: string[];
}

export interface SeedApiClient {
  id: string;
  name: string;
  kind: ApiClientKind;
  /** The whole key, `sk_…`, made for this account by `newAccountToken`. */
  key: string;
  /** For example `contacts:read`, `contacts:write`, `photos:read`. */
  scopes: string[];
  /** Keys of custom fields: the L2 fields an integration may read, the L1 fields mapped for an HR client. */
  fields?: string[];
}

export interface SeedContacts {
  count: number;
  idOf: (index: number) => string;
  groupIdsOf?: (index: number) => string[];
}

/** One demo account. Every id comes from the caller, so that other subgraphs' seeds can name the same rows. */
export interface IdentitySeed {
  account: { id: string; name: string };
  members: SeedMember[];
  groups: { id: string; name: string }[];
  /** The id of a demo field by its key: `department`, `job_title`, `office`, … as in `DEMO_FIELDS`. */
  fieldIdOf: (key: string) => string;
  apiClients: SeedApiClient[];
  contacts: SeedContacts;
}

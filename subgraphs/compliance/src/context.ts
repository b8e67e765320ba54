import type { Clock } from "@studio/kit/clock.js";
import type { ChangeScope } from "@studio/kit/db/change.js";
import type { Database } from "@studio/kit/db/database.js";
import type { CursorCodec } from "@studio/kit/paging/cursor.js";
import type { RequestContext } from "@studio/kit/server/request-context.js";
import type { RequestWords } from "./data-subject-request/request-words.js";
import { createLoaders, type Loaders } from "./loaders.js";

/** What the subgraph's process shares between requests. */
export interface ComplianceServices {
  db: Database;
  clock: Clock;
  cursors: CursorCodec;
  wake: (accountId: string) => void;
  /** What people say in rights requests, sealed and opened. */
  words: RequestWords;
}

/** What every resolver of this subgraph works with. */
export interface ComplianceContext extends RequestContext, ComplianceServices {
  loaders: Loaders;
}

/** Makes the context of each request; its loaders live as long as the request. */
export function contextFactory(services: ComplianceServices): (request: RequestContext) => ComplianceContext {
  return (request) => ({ ...request, ...services, loaders: createLoaders(services.db, request.viewer.accountId) });
}

/** The scope of a state change that the viewer makes in an account. */
export function changeScope({ db, clock, wake, viewer, requestId }: ComplianceContext, accountId: string): ChangeScope {
  return { db, clock, wake, viewer, requestId, accountId };
}

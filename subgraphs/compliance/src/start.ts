import { fileURLToPath } from "node:url";
import { deriveKey } from "@studio/kit/crypto/seal.js";
import { CursorCodec } from "@studio/kit/paging/cursor.js";
import { createExecutor } from "@studio/kit/server/executor.js";
import { openService, type ServiceOptions } from "@studio/kit/server/open-service.js";
import type { RunningSubgraph } from "@studio/kit/server/subgraph.js";
import { contextFactory } from "./context.js";
import { RequestWords } from "./data-subject-request/request-words.js";
import { buildComplianceSchema } from "./schema.js";

const NAME = "compliance";
const MIGRATIONS = fileURLToPath(new URL("../migrations", import.meta.url));

/** What this subgraph is started with. */
export type ComplianceOptions = ServiceOptions;

/** Starts the subgraph in this process: migrates its schema, opens its pool, builds its graph. */
export async function startCompliance(options: ComplianceOptions): Promise<RunningSubgraph> {
  const { schema } = await buildComplianceSchema();
  const service = await openService(NAME, MIGRATIONS, options);
  const { db, wake } = service;
  const cursors = new CursorCodec(deriveKey(options.masterKey, "cursors"));
  const words = new RequestWords(options.masterKey);
  const createContext = contextFactory({ db, wake, cursors, words, clock: options.clock });
  return {
    name: NAME,
    execute: createExecutor(schema, createContext, options.logger, { db, clock: options.clock }),
    fetch: async () => new Response(null, { status: 404 }),
    ready: () => db.ping(),
    stop: () => service.close(),
  };
}

import { fileURLToPath } from "node:url";
import { deriveKey } from "@studio/kit/crypto/seal.js";
import { CursorCodec } from "@studio/kit/paging/cursor.js";
import { createExecutor } from "@studio/kit/server/executor.js";
import { openService, type ServiceOptions } from "@studio/kit/server/open-service.js";
import type { RunningSubgraph } from "@studio/kit/server/subgraph.js";
import { contextFactory } from "./context.js";
import { buildStudioConfigurationSchema } from "./schema.js";

const NAME = "studio-configuration";
const MIGRATIONS = fileURLToPath(new URL("../migrations", import.meta.url));

/** What this subgraph is started with. */
export type StudioConfigurationOptions = ServiceOptions;

/** Starts the subgraph in this process: migrates its schema, opens its pool, builds its graph. */
export async function startStudioConfiguration(options: StudioConfigurationOptions): Promise<RunningSubgraph> {
  const { schema } = await buildStudioConfigurationSchema();
  const service = await openService(NAME, MIGRATIONS, options);
  const { db, wake } = service;
  const cursors = new CursorCodec(deriveKey(options.masterKey, "cursors"));
  const createContext = contextFactory({ db, wake, cursors, clock: options.clock });
  return {
    name: NAME,
    execute: createExecutor(schema, createContext, options.logger),
    fetch: async () => new Response(null, { status: 404 }),
    ready: () => db.ping(),
    stop: () => service.close(),
  };
}

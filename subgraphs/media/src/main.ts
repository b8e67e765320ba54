import { z } from "zod";
import { runSubgraph, serviceSettings } from "@studio/kit/server/run-subgraph.js";
import { startMedia, toRemovalService } from "./index.js";

const settings = serviceSettings.extend({
  STORAGE_URL: z.url({ protocol: /^(file|s3)$/, error: "must be where sealed photos lie: a file:// or s3:// URL" }),
  REMOVEBG_URL: z.url().optional(),
  REMOVEBG_API_KEY: z.string().optional(),
  WORKERS: z.stringbool({ error: "must be true or false: whether this process edits photos" }).default(true),
});

await runSubgraph("media", settings, (options, { STORAGE_URL: storageUrl, WORKERS: workers, ...removal }) =>
  startMedia({
    ...options,
    storageUrl,
    workers,
    removalService: toRemovalService(removal.REMOVEBG_URL, removal.REMOVEBG_API_KEY),
  }),
);

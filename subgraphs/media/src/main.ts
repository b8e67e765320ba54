import { z } from "zod";
import { runSubgraph, serviceSettings } from "@studio/kit/server/run-subgraph.js";
import { startMedia } from "./start.js";

const settings = serviceSettings.extend({
  STORAGE_URL: z.url({ protocol: /^(file|s3)$/, error: "must be where sealed photos lie: a file:// or s3:// URL" }),
  WORKERS: z.stringbool({ error: "must be true or false: whether this process edits photos" }).default(true),
});

await runSubgraph("media", settings, (options, { STORAGE_URL: storageUrl, WORKERS: workers }) =>
  startMedia({ ...options, storageUrl, workers }),
);

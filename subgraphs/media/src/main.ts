import { z } from "zod";
import { runSubgraph, serviceSettings } from "@studio/kit/server/run-subgraph.js";
import { startMedia } from "./start.js";

const settings = serviceSettings.extend({
  OBJECT_DIRECTORY: z.string({ error: "must be the folder in which sealed photos lie" }).min(1),
  WORKERS: z.stringbool({ error: "must be true or false: whether this process edits photos" }).default(true),
});

await runSubgraph("media", settings, (options, { OBJECT_DIRECTORY: objectDirectory, WORKERS: workers }) =>
  startMedia({ ...options, objectDirectory, workers }),
);

import { runSubgraph, serviceSettings } from "@studio/kit/server/run-subgraph.js";
import { startStudioConfiguration } from "./start.js";

await runSubgraph("studio-configuration", serviceSettings, startStudioConfiguration);

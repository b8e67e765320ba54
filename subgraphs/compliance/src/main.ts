import { runSubgraph, serviceSettings } from "@studio/kit/server/run-subgraph.js";
import { startCompliance } from "./start.js";

await runSubgraph("compliance", serviceSettings, startCompliance);

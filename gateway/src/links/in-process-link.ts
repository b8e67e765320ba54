import type { RunningSubgraph } from "@studio/kit/server/subgraph.js";
import type { SubgraphLink } from "./subgraph-link.js";

/** A link to a subgraph in this process: no HTTP, and a fresh context for each fetch. */
export function inProcessLink(subgraph: RunningSubgraph): SubgraphLink {
  return {
    name: subgraph.name,
    execute: (request) => subgraph.execute(request),
    fetch: (request) => subgraph.fetch(request),
    ready: () => subgraph.ready(),
    close: async () => {},
  };
}

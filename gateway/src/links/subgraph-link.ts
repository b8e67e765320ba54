import type { SubgraphRequest } from "@studio/kit/server/subgraph.js";
import type { FormattedExecutionResult } from "graphql";

/** The way from the gateway to one subgraph, in this process or over HTTP: the callers cannot tell. */
export interface SubgraphLink {
  name: string;
  /**
   * Executes one fetch of a query plan.
   * @throws UNAVAILABLE if the subgraph cannot be reached in time
   */
  execute(request: SubgraphRequest): Promise<FormattedExecutionResult>;
  /**
   * Answers what is not GraphQL, streaming both ways. The request's path names the resource; its host is ignored.
   * @throws UNAVAILABLE if the subgraph cannot be reached in time
   */
  fetch(request: Request): Promise<Response>;
  /** Rejects while the subgraph cannot serve. */
  ready(): Promise<void>;
  /** Lets go of connections. An in-process subgraph is stopped by whoever started it. */
  close(): Promise<void>;
}

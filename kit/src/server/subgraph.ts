import type { DocumentNode, FormattedExecutionResult } from "graphql";
import type { StatedPurpose } from "../auth/purpose.js";
import type { Viewer } from "../auth/viewer.js";

/** One fetch of the gateway's query plan. */
export interface SubgraphRequest {
  query: string;
  /** The same operation, parsed, where the caller has it. */
  document?: DocumentNode;
  operationName?: string | undefined;
  variables?: Record<string, unknown> | undefined;
  viewer: Viewer;
  requestId: string;
  /** Why the viewer looks, where they said so. */
  purpose?: StatedPurpose | undefined;
}

/** A started subgraph, in this process. */
export interface RunningSubgraph {
  name: string;
  execute(request: SubgraphRequest): Promise<FormattedExecutionResult>;
  /** Answers what is not GraphQL: bytes, and the gateway's own questions. */
  fetch(request: Request): Promise<Response>;
  /** Rejects while the subgraph cannot serve, saying what it waits for. */
  ready(): Promise<void>;
  stop(): Promise<void>;
}

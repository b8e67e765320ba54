import type { Viewer } from "../auth/viewer.js";
import type { ReadLog } from "./read-log.js";

/** What every resolver knows of the request it serves. A subgraph adds its own loaders and services. */
export interface RequestContext {
  viewer: Viewer;
  requestId: string;
  /** Where what is shown is noted, for a viewer whose reads are audited. */
  reads?: ReadLog;
}

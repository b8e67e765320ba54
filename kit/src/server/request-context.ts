import type { Viewer } from "../auth/viewer.js";

/** What every resolver knows of the request it serves. A subgraph adds its own loaders and services. */
export interface RequestContext {
  viewer: Viewer;
  requestId: string;
}

import type { StatedPurpose } from "../auth/purpose.js";
import type { Viewer } from "../auth/viewer.js";
import type { ReadLog } from "./read-log.js";

/** What every resolver knows of the request it serves. A subgraph adds its own loaders and services. */
export interface RequestContext {
  viewer: Viewer;
  requestId: string;
  /** Why the viewer looks, where they said so. */
  purpose?: StatedPurpose | undefined;
  /** Where what is shown is noted, if its reading is audited. Absent where it could not be recorded. */
  reads?: ReadLog;
}

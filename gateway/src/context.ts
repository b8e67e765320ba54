import type { StatedPurpose } from "@studio/kit/auth/purpose.js";
import type { Viewer } from "@studio/kit/auth/viewer.js";

/** What the gateway knows of the operation it runs: forwarded to subgraphs, and nothing else is. */
export interface GatewayContext {
  viewer: Viewer;
  purpose?: StatedPurpose | undefined;
  requestId: string;
  /** Where the request came from, as the socket says: who asks without a credential is told apart by it. */
  address?: string | undefined;
}

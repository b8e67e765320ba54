import type { ContactViewer } from "@studio/kit/auth/viewer.js";
import { unauthenticated } from "@studio/kit/error/codes.js";
import type { RequestContext } from "@studio/kit/server/request-context.js";

/** The viewer as the contact they are. @throws UNAUTHENTICATED for everybody else, whatever the rules let through */
export function signedInContact({ viewer }: RequestContext): ContactViewer {
  if (viewer.kind !== "contact") throw unauthenticated("Sign in as a contact first.");
  return viewer;
}

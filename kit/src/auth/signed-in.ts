import { unauthenticated } from "../error/codes.js";
import type { RequestContext } from "../server/request-context.js";
import type { ContactViewer, MemberViewer } from "./viewer.js";

/** The viewer as the member they are. @throws UNAUTHENTICATED for everybody else, whatever the rules let through */
export function signedInMember({ viewer }: RequestContext): MemberViewer {
  if (viewer.kind !== "member") throw unauthenticated("Sign in as a member of the account first.");
  return viewer;
}

/** The viewer as the contact they are. @throws UNAUTHENTICATED for everybody else, whatever the rules let through */
export function signedInContact({ viewer }: RequestContext): ContactViewer {
  if (viewer.kind !== "contact") throw unauthenticated("Sign in as a contact first.");
  return viewer;
}

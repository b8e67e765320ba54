import type { MemberViewer } from "@studio/kit/auth/viewer.js";
import { unauthenticated } from "@studio/kit/error/codes.js";
import type { RequestContext } from "@studio/kit/server/request-context.js";

/** The viewer as the member they are. @throws UNAUTHENTICATED for everybody else, whatever the rules let through */
export function signedInMember({ viewer }: RequestContext): MemberViewer {
  if (viewer.kind !== "member") throw unauthenticated("Sign in as a member of the account first.");
  return viewer;
}

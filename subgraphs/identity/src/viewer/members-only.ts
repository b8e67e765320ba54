import type { MemberRole, MemberViewer } from "@studio/kit/auth/viewer.js";
import { fieldOf, forbidden, unauthenticated } from "@studio/kit/error/codes.js";
import type { RequestContext } from "@studio/kit/server/request-context.js";
import type { Rule } from "@studio/kit/shield/guard-schema.js";
import { rule } from "@studio/kit/shield/rule.js";

/** A rule that lets members of these roles pass. @param reason why others may not, as in "only an owner may" */
export function membersOnly(name: string, roles: readonly MemberRole[], reason: string): Rule {
  return rule(name, (_parent, _args, { viewer }, info) => {
    if (viewer.kind === "anonymous") return unauthenticated();
    if (viewer.kind === "member" && roles.includes(viewer.role)) return true;
    return forbidden(fieldOf(info), reason);
  });
}

/** The viewer as the member they are. @throws UNAUTHENTICATED for everybody else, whatever the rules let through */
export function signedInMember({ viewer }: RequestContext): MemberViewer {
  if (viewer.kind !== "member") throw unauthenticated("Sign in as a member of the account first.");
  return viewer;
}

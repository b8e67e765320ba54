import type { MemberRole } from "@studio/kit/auth/viewer.js";
import { fieldOf, forbidden, unauthenticated } from "@studio/kit/error/codes.js";
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

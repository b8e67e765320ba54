import type { MemberRole, Viewer } from "@studio/kit/auth/viewer.js";
import { forbidden, unauthenticated } from "@studio/kit/error/codes.js";
import { rule } from "@studio/kit/shield/rule.js";
import { membersOnly } from "../viewer/members-only.js";

const SEE_GRANTS: readonly MemberRole[] = ["owner", "privacy_officer"];

/** Whether the viewer may know who was let in. */
export function seesGrants(viewer: Viewer): boolean {
  return viewer.kind === "member" && SEE_GRANTS.includes(viewer.role);
}

const maySeeGrants = membersOnly("maySeeGrants", SEE_GRANTS, "it is for owners and privacy officers");

/** The account is its owners', and so is the leave to look into it. */
const mayLetStaffIn = membersOnly("mayLetStaffIn", ["owner"], "only an owner may");

const mayAskForAccess = rule("mayAskForAccess", (_parent, _args, { viewer }) => {
  if (viewer.kind === "anonymous") return unauthenticated();
  return viewer.kind === "staff" || forbidden("Mutation.requestSupportAccess", "only staff ask for it");
});

export const supportGrantRules = {
  Query: { supportGrants: maySeeGrants },
  Mutation: {
    requestSupportAccess: mayAskForAccess,
    grantSupportAccess: mayLetStaffIn,
    denySupportAccess: mayLetStaffIn,
    extendSupportAccess: mayLetStaffIn,
    revokeSupportAccess: mayLetStaffIn,
  },
  SupportGrant: { grantedBy: maySeeGrants },
};

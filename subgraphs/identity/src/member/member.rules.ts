import type { MemberRole, Viewer } from "@studio/kit/auth/viewer.js";
import { rule } from "@studio/kit/shield/rule.js";
import { membersOnly } from "../viewer/members-only.js";

const SEE_MEMBERS: readonly MemberRole[] = ["owner", "admin", "privacy_officer"];

/** Whether the viewer may know who works for the account. */
export function seesMembers(viewer: Viewer): boolean {
  return viewer.kind === "member" && SEE_MEMBERS.includes(viewer.role);
}

const maySeeMembers = membersOnly("maySeeMembers", SEE_MEMBERS, "it is for owners, admins and privacy officers");

/** Owners and admins; what an admin may do to whom is then decided member by member. */
const mayManageMembers = membersOnly("mayManageMembers", ["owner", "admin"], "only an owner or admin may");

/** Whoever holds a link may read what it offers: the link is the permission. */
const mayFollowLink = rule("mayFollowLink", () => true);

export const memberRules = {
  Query: { members: maySeeMembers, member: maySeeMembers, memberInvitation: mayFollowLink },
  Mutation: {
    inviteMember: mayManageMembers,
    resendMemberInvitation: mayManageMembers,
    revokeMemberInvitation: mayManageMembers,
    changeMemberRole: mayManageMembers,
    suspendMember: mayManageMembers,
    reinstateMember: mayManageMembers,
    removeMember: mayManageMembers,
  },
};

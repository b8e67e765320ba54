import { rule } from "@studio/kit/shield/rule.js";
import { membersOnly } from "../viewer/members-only.js";

/**
 * Inviting is part of running a studio: owners and admins for every contact, coordinators for those of their groups.
 * Another group's contact, and so their invitation, does not exist for a coordinator.
 */
const mayInviteContacts = membersOnly(
  "mayInviteContacts",
  ["owner", "admin", "coordinator"],
  "only an owner, an admin or the contact's coordinator may",
);

/** The link is the permission. */
const holdsLink = rule("holdsLink", () => true);

export const invitationRules = {
  Query: { contactInvitation: holdsLink },
  Mutation: {
    inviteContact: mayInviteContacts,
    resendInvitation: mayInviteContacts,
    revokeInvitation: mayInviteContacts,
    acceptInvitation: holdsLink,
  },
};

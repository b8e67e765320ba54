import { membersOnly } from "../viewer/members-only.js";

/** Owners and admins arrange the account's groups. */
const mayManageGroups = membersOnly("mayManageGroups", ["owner", "admin"], "only an owner or admin may");

/** Every member; a coordinator sees their own groups only. */
const maySeeGroups = membersOnly(
  "maySeeGroups",
  ["owner", "admin", "coordinator", "privacy_officer"],
  "it is for the account's members",
);

const maySeeCoordinators = membersOnly(
  "maySeeCoordinators",
  ["owner", "admin", "privacy_officer"],
  "it is for owners, admins and privacy officers",
);

export const groupRules = {
  Query: { group: maySeeGroups, groups: maySeeGroups },
  Mutation: {
    createGroup: mayManageGroups,
    renameGroup: mayManageGroups,
    archiveGroup: mayManageGroups,
    restoreGroup: mayManageGroups,
    deleteGroup: mayManageGroups,
    addContactsToGroup: mayManageGroups,
    removeContactsFromGroup: mayManageGroups,
    assignCoordinator: mayManageGroups,
    unassignCoordinator: mayManageGroups,
  },
  Group: { coordinators: maySeeCoordinators },
};

import { membersOnly } from "../viewer/members-only.js";

/** Views are shared by the account's members; what a view shows is decided at each use. */
const maySeeViews = membersOnly(
  "maySeeViews",
  ["owner", "admin", "coordinator", "privacy_officer"],
  "it is for the account's members",
);

/** Every member may save a view; whose it is decides who changes it. */
const mayKeepViews = membersOnly(
  "mayKeepViews",
  ["owner", "admin", "coordinator", "privacy_officer"],
  "it is for the account's members",
);

export const savedViewRules = {
  Query: { savedViews: maySeeViews },
  Mutation: { createSavedView: mayKeepViews, updateSavedView: mayKeepViews, deleteSavedView: mayKeepViews },
};

import { membersOnly } from "../viewer/members-only.js";

/** Those who know the account's people and programs, and so learn nothing new of them. */
const mayExplainAccess = membersOnly(
  "mayExplainAccess",
  ["owner", "admin", "privacy_officer"],
  "it is for owners, admins and privacy officers",
);

export const fieldAccessRules = { Query: { explainFieldAccess: mayExplainAccess } };

import { membersOnly } from "../viewer/members-only.js";

/** Who belongs to the account as a member, in whichever role. */
const isMember = membersOnly(
  "isMember",
  ["owner", "admin", "coordinator", "privacy_officer"],
  "it is for the account's members",
);

/** The account is its owners'. */
const mayChangeSettings = membersOnly("mayChangeSettings", ["owner"], "only an owner may");

export const accountRules = {
  Mutation: { updateAccountSettings: mayChangeSettings },
  Account: { policies: isMember, version: isMember, closingSince: isMember, reopenableUntil: isMember },
};

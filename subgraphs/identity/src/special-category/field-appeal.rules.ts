import { fieldOf, forbidden, unauthenticated } from "@studio/kit/error/codes.js";
import { rule } from "@studio/kit/shield/rule.js";
import { membersOnly } from "../viewer/members-only.js";

/** The platform's staff; no grant is needed, since the account has put the appeal before them. */
const isStaff = rule("isStaff", (_parent, _args, { viewer }, info) => {
  if (viewer.kind === "anonymous") return unauthenticated();
  return viewer.kind === "staff" || forbidden(fieldOf(info), "it is the platform staff's");
});

const mayAppeal = membersOnly("mayAppealSpecialCategory", ["owner"], "only an owner may attest and appeal");

const mayReadAppeals = membersOnly(
  "mayReadFieldAppeals",
  ["owner", "admin", "privacy_officer"],
  "it is for owners, admins and privacy officers",
);

export const fieldAppealRules = {
  Query: { fieldAppeals: mayReadAppeals, openFieldAppeals: isStaff },
  Mutation: { appealSpecialCategory: mayAppeal, reviewFieldAppeal: isStaff },
};

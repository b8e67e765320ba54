import { forbidden, unauthenticated } from "@studio/kit/error/codes.js";
import type { RuleTree } from "@studio/kit/shield/guard-schema.js";
import { rule } from "@studio/kit/shield/rule.js";
import type { MediaContext } from "../context.js";

const isMember = rule<unknown, unknown, MediaContext>("isMember", (_parent, _args, { viewer }, info) => {
  if (viewer.kind === "anonymous") return unauthenticated();
  return viewer.kind === "member" || forbidden(info.fieldName, "a studio's recipes are for those who run it");
});

const runsTheAccount = rule<unknown, unknown, MediaContext>("runsTheAccount", (_parent, _args, { viewer }, info) => {
  if (viewer.kind === "anonymous") return unauthenticated();
  const runs = viewer.kind === "member" && (viewer.role === "owner" || viewer.role === "admin");
  return runs || forbidden(info.fieldName, "studios are set up by the owner and admins");
});

/** Who sees and changes the headshots that a studio makes. */
export const derivativeRules: RuleTree = {
  Query: { derivativeRecipe: isMember, derivativeRecipes: isMember, derivativeRun: isMember },
  Mutation: {
    addDerivativeRecipe: runsTheAccount,
    removeDerivativeRecipe: runsTheAccount,
    applyDerivativeRecipe: runsTheAccount,
  },
};

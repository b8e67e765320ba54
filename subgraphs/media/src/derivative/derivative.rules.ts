import { fieldOf, forbidden, unauthenticated } from "@studio/kit/error/codes.js";
import type { RuleTree } from "@studio/kit/shield/guard-schema.js";
import { rule } from "@studio/kit/shield/rule.js";
import { runsTheAccount } from "../access/access.rules.js";
import type { MediaContext } from "../context.js";

const isMember = rule<unknown, unknown, MediaContext>("isMember", (_parent, _args, { viewer }, info) => {
  if (viewer.kind === "anonymous") return unauthenticated();
  return viewer.kind === "member" || forbidden(fieldOf(info), "a studio's recipes are for those who run it");
});

/** Who sees and changes the headshots that a studio makes. */
export const derivativeRules: RuleTree = {
  Query: { derivativeRecipe: isMember, derivativeRecipes: isMember, derivativeRun: isMember },
  Mutation: {
    addDerivativeRecipe: runsTheAccount,
    removeDerivativeRecipe: runsTheAccount,
    applyDerivativeRecipe: runsTheAccount,
  },
  DerivativeRun: { collection: runsTheAccount },
};

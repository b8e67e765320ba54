import { fieldOf, forbidden, unauthenticated } from "@studio/kit/error/codes.js";
import type { RuleTree } from "@studio/kit/shield/guard-schema.js";
import { rule } from "@studio/kit/shield/rule.js";

/** The platform's staff. No grant is needed: the counts tell of no account. */
const isStaff = rule("isStaff", (_parent, _args, { viewer }, info) => {
  if (viewer.kind === "anonymous") return unauthenticated();
  return viewer.kind === "staff" || forbidden(fieldOf(info), "it is the platform staff's");
});

export const storageCheckRules: RuleTree = { Query: { storageCheck: isStaff } };

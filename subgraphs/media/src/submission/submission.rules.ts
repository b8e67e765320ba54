import type { RuleTree } from "@studio/kit/shield/guard-schema.js";
import { isContact, knowsContacts } from "../access/access.rules.js";

/** Who may ask for submissions and make them. */
export const submissionRules: RuleTree = {
  Query: { submission: knowsContacts, submissions: knowsContacts, submissionStats: knowsContacts },
  Mutation: { submitPhoto: isContact },
};

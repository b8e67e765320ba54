import { fieldOf, forbidden, unauthenticated } from "@studio/kit/error/codes.js";
import type { RuleTree } from "@studio/kit/shield/guard-schema.js";
import { rule } from "@studio/kit/shield/rule.js";

const isContact = rule("isContact", (_parent, _args, { viewer }, info) => {
  if (viewer.kind === "contact") return true;
  if (viewer.kind === "anonymous") return unauthenticated();
  return forbidden(fieldOf(info), "only the contact may say what they consent to");
});

/** Only the person decides about the person's data. */
export const consentRules: RuleTree = { Mutation: { giveConsent: isContact, withdrawConsent: isContact } };

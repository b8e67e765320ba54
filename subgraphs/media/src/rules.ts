import type { RuleTree } from "@studio/kit/shield/guard-schema.js";
import { contactRules } from "./contact/contact.rules.js";
import { photoRules } from "./photo/photo.rules.js";
import { submissionEventRules } from "./submission-event/submission-event.rules.js";
import { submissionRules } from "./submission/submission.rules.js";

/** Who may what in media, composed of each slice's rules. */
export const rules: RuleTree = {
  ...contactRules,
  ...photoRules,
  Query: { ...photoRules["Query"], ...submissionRules["Query"], ...submissionEventRules["Query"] },
  Mutation: { ...photoRules["Mutation"], ...submissionRules["Mutation"] },
  Subscription: { ...submissionEventRules["Subscription"] },
};

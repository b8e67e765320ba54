import type { RuleTree } from "@studio/kit/shield/guard-schema.js";
import { collectionRules } from "./collection/collection.rules.js";
import { contactRules } from "./contact/contact.rules.js";
import { derivativeRules } from "./derivative/derivative.rules.js";
import { eventRules } from "./event/event.rules.js";
import { galleryRules } from "./gallery/gallery.rules.js";
import { photoRules } from "./photo/photo.rules.js";
import { storageCheckRules } from "./reconciler/storage-check.rules.js";
import { submissionRules } from "./submission/submission.rules.js";

/** Who may what in media, composed of each slice's rules. */
export const rules: RuleTree = {
  ...contactRules,
  ...photoRules,
  ...submissionRules,
  Query: {
    ...photoRules["Query"],
    ...derivativeRules["Query"],
    ...submissionRules["Query"],
    ...eventRules["Query"],
    ...galleryRules["Query"],
    ...collectionRules["Query"],
    ...storageCheckRules["Query"],
  },
  Mutation: {
    ...photoRules["Mutation"],
    ...derivativeRules["Mutation"],
    ...submissionRules["Mutation"],
    ...galleryRules["Mutation"],
    ...collectionRules["Mutation"],
  },
  Subscription: { ...eventRules["Subscription"] },
};

import { joinRules } from "@studio/kit/shield/join-rules.js";
import { collectionRules } from "./collection/collection.rules.js";
import { contactRules } from "./contact/contact.rules.js";
import { derivativeRules } from "./derivative/derivative.rules.js";
import { eventRules } from "./event/event.rules.js";
import { galleryRules } from "./gallery/gallery.rules.js";
import { photoRules } from "./photo/photo.rules.js";
import { storageCheckRules } from "./reconciler/storage-check.rules.js";
import { submissionRules } from "./submission/submission.rules.js";

/** Who may what in media, composed of each slice's rules. */
export const rules = joinRules(
  contactRules,
  photoRules,
  derivativeRules,
  submissionRules,
  eventRules,
  galleryRules,
  collectionRules,
  storageCheckRules,
);

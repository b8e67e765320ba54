import { joinRules } from "@studio/kit/shield/join-rules.js";
import { whileOpen } from "@studio/kit/shield/while-open.js";
import { collectionRules } from "./collection/collection.rules.js";
import { contactRules } from "./contact/contact.rules.js";
import { derivativeRules } from "./derivative/derivative.rules.js";
import { eventRules } from "./event/event.rules.js";
import { galleryRules } from "./gallery/gallery.rules.js";
import { photoRules } from "./photo/photo.rules.js";
import { storageCheckRules } from "./reconciler/storage-check.rules.js";
import { submissionRules } from "./submission/submission.rules.js";

/** What goes on while an account is closing: withdrawing, taking away what is shown, removing, and calling that off. */
const GOES_ON = ["withdrawSubmission", "lockGallery", "removeCollection", "cancelCollectionRemoval"];

/** Who may what in media, composed of each slice's rules. */
export const rules = whileOpen(
  joinRules(
    contactRules,
    photoRules,
    derivativeRules,
    submissionRules,
    eventRules,
    galleryRules,
    collectionRules,
    storageCheckRules,
  ),
  GOES_ON,
);

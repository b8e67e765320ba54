import { toDecision } from "@studio/identity/access/contact-rules.js";
import { GUARDED_FIELD_ROWS, type GuardedField } from "@studio/identity/access/guarded-fields.js";
import { notFound } from "@studio/kit/error/codes.js";
import type { Rule, RuleTree } from "@studio/kit/shield/guard-schema.js";
import { rule } from "@studio/kit/shield/rule.js";
import { isVerifiedContact, knowsContacts } from "../access/access.rules.js";
import type { MediaContext } from "../context.js";

/** What belongs to a contact's picture. */
interface OfPicture {
  row: { contactId: string; studioId: string };
}

/** A picture of a contact, or its digest, may be fetched by whom its row of the access table says. */
function pictureRule(field: GuardedField): Rule {
  return rule<OfPicture, unknown, MediaContext>(`mayFetch_${field}`, async ({ row: picture }, _args, context) => {
    const { publishedContact, publishedStudio } = context.loaders;
    const [contact, studio] = await Promise.all([
      publishedContact.load(picture.contactId),
      publishedStudio.load(picture.studioId),
    ]);
    if (!contact) return notFound("photo");
    const studioAllowsOriginal = studio?.coordinatorsSeeOriginals === true;
    return toDecision(context, GUARDED_FIELD_ROWS[field], field, { ...contact, studioAllowsOriginal });
  });
}

/** Who may ask for photos and upload them. */
export const photoRules: RuleTree = {
  Query: { photo: knowsContacts },
  Mutation: { createPhotoUpload: isVerifiedContact },
  Photo: {
    original: pictureRule("Photo.original"),
    edited: pictureRule("Photo.edited"),
    derivatives: pictureRule("Photo.derivatives"),
  },
  Submission: { reviewedDigest: pictureRule("Submission.reviewedDigest") },
};

import type { AccessRow } from "@studio/identity/access/access-table.js";
import { toDecision } from "@studio/identity/access/contact-rules.js";
import { notFound } from "@studio/kit/error/codes.js";
import type { Rule, RuleTree } from "@studio/kit/shield/guard-schema.js";
import { rule } from "@studio/kit/shield/rule.js";
import { isVerifiedContact, knowsContacts } from "../access/access.rules.js";
import type { MediaContext } from "../context.js";
import type { Photo } from "./photo.type.js";

/** A picture of a contact may be fetched by whom its row of the access table says. */
function pictureRule(field: string, row: AccessRow): Rule {
  return rule<Photo, unknown, MediaContext>(`mayFetch_${field}`, async ({ row: photo }, _args, context) => {
    const { publishedContact, publishedStudio } = context.loaders;
    const [contact, studio] = await Promise.all([
      publishedContact.load(photo.contactId),
      publishedStudio.load(photo.studioId),
    ]);
    if (!contact) return notFound("photo");
    const studioAllowsOriginal = studio?.coordinatorsSeeOriginals === true;
    return toDecision(context, row, `Photo.${field}`, { ...contact, studioAllowsOriginal });
  });
}

/** Who may ask for photos and upload them. */
export const photoRules: RuleTree = {
  Query: { photo: knowsContacts },
  Mutation: { createPhotoUpload: isVerifiedContact },
  Photo: {
    original: pictureRule("original", "originalPhoto"),
    edited: pictureRule("edited", "acceptedDerivative"),
    derivatives: pictureRule("derivatives", "acceptedDerivative"),
  },
};

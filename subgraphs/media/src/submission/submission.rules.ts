import { toDecision } from "@studio/identity/access/contact-rules.js";
import { GUARDED_FIELD_ROWS } from "@studio/identity/access/guarded-fields.js";
import { GROUPS_ARE_FOR_MEMBERS, knowsGroups } from "@studio/identity/access/knows-groups.js";
import { fieldOf, forbidden, notFound, unauthenticated } from "@studio/kit/error/codes.js";
import type { RuleTree } from "@studio/kit/shield/guard-schema.js";
import { rule } from "@studio/kit/shield/rule.js";
import { isContact, knowsContacts } from "../access/access.rules.js";
import type { MediaContext } from "../context.js";
import type { SubmissionReview } from "./submission-review.type.js";
import type { Submission } from "./submission.type.js";

/** Who works on submissions. Which ones, and whether a coordinator may here, the verb decides. */
const reviewsSubmissions = rule<unknown, unknown, MediaContext>(
  "reviewsSubmissions",
  (_parent, _args, { viewer }, info) => {
    if (viewer.kind === "anonymous") return unauthenticated();
    const reviews = viewer.kind === "member" && viewer.role !== "privacy_officer";
    return reviews || forbidden(fieldOf(info), "submissions are reviewed by owner, admins and coordinators");
  },
);

const maySeeGroups = rule<unknown, unknown, MediaContext>(
  "maySeeGroups",
  (_parent, _args, { viewer }, info) => knowsGroups(viewer) || forbidden(fieldOf(info), GROUPS_ARE_FOR_MEMBERS),
);

/** Shots that were not chosen are their contact's alone. */
const isOwnSubmission = rule<Submission, unknown, MediaContext>("isOwnSubmission", ({ row }, _args, { viewer }) => {
  const own = viewer.kind === "contact" && viewer.contactId === row.contactId;
  return own || forbidden("Submission.shots", "only the contact sees the shots that were not chosen");
});

/** A reviewer's words are an internal value about the contact: the access table decides as for custom fields L1. */
const mayReadMessage = rule<SubmissionReview, unknown, MediaContext>(
  "mayReadMessage",
  async ({ row }, _args, context) => {
    const contact = await context.loaders.publishedContact.load(row.contactId);
    const field = "SubmissionReview.message";
    return contact ? toDecision(context, GUARDED_FIELD_ROWS[field], field, contact) : notFound("submission");
  },
);

/** Who may ask for submissions, make them and review them. */
export const submissionRules: RuleTree = {
  Query: { submission: knowsContacts, submissions: knowsContacts, submissionStats: knowsContacts },
  Mutation: {
    submitPhoto: isContact,
    choosePhoto: isContact,
    withdrawSubmission: isContact,
    acceptSubmission: reviewsSubmissions,
    acceptSubmissions: reviewsSubmissions,
    rejectSubmission: reviewsSubmissions,
    requestRetake: reviewsSubmissions,
  },
  SubmissionStats: { byGroup: maySeeGroups },
  Submission: { shots: isOwnSubmission },
  SubmissionReview: { message: mayReadMessage },
};

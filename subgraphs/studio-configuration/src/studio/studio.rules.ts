import { allow } from "graphql-shield";
import type { Viewer } from "@studio/kit/auth/viewer.js";
import { fieldOf, forbidden, unauthenticated } from "@studio/kit/error/codes.js";
import { outsideAccount } from "@studio/kit/error/outside-account.js";
import type { RuleTree } from "@studio/kit/shield/guard-schema.js";
import { rule } from "@studio/kit/shield/rule.js";
import { STUDIO_READ_SCOPE, seesSettings, studioReach } from "./studio.reach.js";
import type { Studio } from "./studio.type.js";

const isOutside = (viewer: Viewer) => viewer.kind === "anonymous" || viewer.accountId === null;

const reachesStudios = rule("reachesStudios", (_parent, _args, { viewer }, info) => {
  if (isOutside(viewer)) return outsideAccount(viewer, fieldOf(info));
  if (studioReach(viewer).kind !== "none") return true;
  return forbidden(fieldOf(info), `your credential lacks the scope ${STUDIO_READ_SCOPE}`);
});

const reachesWholeAccount = rule("reachesWholeAccount", (_parent, _args, { viewer }, info) => {
  if (isOutside(viewer)) return outsideAccount(viewer, fieldOf(info));
  if (studioReach(viewer).kind === "account") return true;
  return forbidden(fieldOf(info), "the account's studios are listed for those who run them");
});

const runsTheAccount = rule("runsTheAccount", (_parent, _args, { viewer }, info) => {
  if (viewer.kind === "anonymous") return unauthenticated();
  if (viewer.kind === "member" && (viewer.role === "owner" || viewer.role === "admin")) return true;
  return forbidden(fieldOf(info), "studios are set up by the owner and admins");
});

/** A public page shows a studio of any account, so the studio's own account counts, not only the viewer's role. */
const runsThisStudio = rule<Studio>("runsThisStudio", ({ accountId }, _args, { viewer }, info) =>
  seesSettings(viewer, accountId) ? true : forbidden(fieldOf(info), "a studio's settings are for those who run it"),
);

/** Who may see and change studios. */
export const studioRules: RuleTree = {
  Query: { studio: reachesStudios, studios: reachesWholeAccount, studioBySlug: allow },
  Mutation: {
    createStudio: runsTheAccount,
    publishStudio: runsTheAccount,
    pauseStudio: runsTheAccount,
    resumeStudio: runsTheAccount,
    archiveStudio: runsTheAccount,
    setGalleryCaption: runsTheAccount,
  },
  Studio: {
    recipe: runsThisStudio,
    reviewMode: runsThisStudio,
    coordinatorsSeeOriginals: runsThisStudio,
    coordinatorsReview: runsThisStudio,
    capacity: runsThisStudio,
    submissionsPerContact: runsThisStudio,
    galleryCaption: runsThisStudio,
    createdAt: runsThisStudio,
    publishedAt: runsThisStudio,
    version: runsThisStudio,
  },
};

import type { RuleTree } from "@studio/kit/shield/guard-schema.js";
import { runsTheAccount } from "../access/access.rules.js";

/** Who opens and closes galleries. What visitors see is decided where the bytes are served. */
export const galleryRules: RuleTree = {
  Query: { gallery: runsTheAccount, galleries: runsTheAccount },
  Mutation: { createGallery: runsTheAccount, lockGallery: runsTheAccount },
};

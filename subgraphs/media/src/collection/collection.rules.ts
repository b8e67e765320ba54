import type { RuleTree } from "@studio/kit/shield/guard-schema.js";
import { runsTheAccount } from "../access/access.rules.js";

/** Who groups a studio's media, and has it removed. */
export const collectionRules: RuleTree = {
  Query: { collection: runsTheAccount, collections: runsTheAccount, collectionRemovalPreview: runsTheAccount },
  Mutation: {
    createCollection: runsTheAccount,
    removeCollection: runsTheAccount,
    cancelCollectionRemoval: runsTheAccount,
  },
};

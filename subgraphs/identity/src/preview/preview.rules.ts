import { membersOnly } from "../viewer/members-only.js";

/** An owner may do all that a role may, so looking as one shows them nothing new. */
const mayPreview = membersOnly("mayPreview", ["owner"], "only an owner may");

export const previewRules = { Mutation: { previewAs: mayPreview } };

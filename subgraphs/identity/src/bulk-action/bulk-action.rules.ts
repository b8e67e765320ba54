import { membersOnly } from "../viewer/members-only.js";

/** Owners and admins work on many contacts at once, and see what came of it. */
const mayWorkInBulk = membersOnly("mayWorkInBulk", ["owner", "admin"], "only an owner or admin may");

export const bulkActionRules = {
  Query: { bulkAction: mayWorkInBulk },
  Mutation: { startBulkAction: mayWorkInBulk, cancelBulkAction: mayWorkInBulk },
};

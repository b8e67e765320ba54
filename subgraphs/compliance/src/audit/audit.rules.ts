import { fieldOf, forbidden, unauthenticated } from "@studio/kit/error/codes.js";
import type { RuleTree } from "@studio/kit/shield/guard-schema.js";
import { rule } from "@studio/kit/shield/rule.js";

const answersForTheAccount = rule("answersForTheAccount", (_parent, _args, { viewer }, info) => {
  if (viewer.kind === "anonymous") return unauthenticated();
  if (viewer.kind === "member" && (viewer.role === "owner" || viewer.role === "privacy_officer")) return true;
  return forbidden(fieldOf(info), "the audit trail is read by the owner and the privacy officer");
});

/** Who may read the audit trail. */
export const auditRules: RuleTree = {
  Query: {
    auditEvent: answersForTheAccount,
    auditEvents: answersForTheAccount,
    auditVerification: answersForTheAccount,
  },
};

import { joinRules } from "@studio/kit/shield/join-rules.js";
import { auditRules } from "./audit/audit.rules.js";
import { consentRules } from "./consent/consent.rules.js";
import { contactRules } from "./contact/contact.rules.js";
import { dataSubjectRequestRules } from "./data-subject-request/data-subject-request.rules.js";

/** Every rule of this subgraph. */
export const rules = joinRules(contactRules, dataSubjectRequestRules, auditRules, consentRules);

import { joinRules } from "@studio/kit/shield/join-rules.js";
import { whileOpen } from "@studio/kit/shield/while-open.js";
import { auditRules } from "./audit/audit.rules.js";
import { consentRules } from "./consent/consent.rules.js";
import { contactRules } from "./contact/contact.rules.js";
import { dataSubjectRequestRules } from "./data-subject-request/data-subject-request.rules.js";

/** What goes on while an account is closing: every right of the person, from the request to its decision. */
const GOES_ON = [
  "fileDataSubjectRequest",
  "fileUnverifiedDataSubjectRequest",
  "enterDataSubjectRequest",
  "identifyDataSubject",
  "approveDataSubjectRequest",
  "denyDataSubjectRequest",
  "withdrawDataSubjectRequest",
  "withdrawConsent",
];

/** Every rule of this subgraph. */
export const rules = whileOpen(joinRules(contactRules, dataSubjectRequestRules, auditRules, consentRules), GOES_ON);

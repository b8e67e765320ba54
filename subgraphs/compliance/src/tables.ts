export { complianceSchema } from "./database-schema.js";
export { auditEvent, auditHead } from "./audit/audit.table.js";
export { consent, consentChange } from "./consent/consent.table.js";
export {
  dataSubjectRequest,
  dataSubjectRequestCount,
  dataSubjectRequestStep,
} from "./data-subject-request/data-subject-request.table.js";

export { complianceSchema } from "./database-schema.js";
export { auditEvent, auditHead } from "./audit/audit.table.js";
export { consent, consentChange } from "./consent/consent.table.js";

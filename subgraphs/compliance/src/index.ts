export { startCompliance, type ComplianceOptions } from "./start.js";

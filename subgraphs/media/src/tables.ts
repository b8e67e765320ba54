export { mediaSchema } from "./database-schema.js";
export { derivative } from "./photo/derivative.table.js";
export { photo, photoStatus } from "./photo/photo.table.js";
export { submission, submissionStatus } from "./submission/submission.table.js";

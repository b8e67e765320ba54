export { studioSchema } from "./database-schema.js";
export { studioDirectory } from "./directory/studio-directory.table.js";
export { studio } from "./studio/studio.table.js";

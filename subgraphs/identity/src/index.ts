export { startIdentity, type IdentityOptions } from "./start.js";

export { startMedia, type MediaOptions } from "./start.js";

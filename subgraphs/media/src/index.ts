export { startMedia, type MediaOptions } from "./start.js";
export { toRemovalService } from "./imaging/background-removal/http-background-remover.js";

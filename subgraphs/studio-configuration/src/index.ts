export { startStudioConfiguration, type StudioConfigurationOptions } from "./start.js";

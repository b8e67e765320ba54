export { platformSettings, type PlatformSettings } from "./config.js";
export { startPlatform, type PlatformOverrides, type RunningPlatform } from "./platform.js";

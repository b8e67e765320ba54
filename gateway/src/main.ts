import { InvalidConfig, readConfig } from "@studio/kit/config/read-config.js";
import { createLogger, describeError } from "@studio/kit/logger.js";
import { platformSettings, type PlatformSettings } from "./config.js";
import { startPlatform } from "./platform.js";

const logger = createLogger("gateway");
const platform = await startPlatform(readSettings());
logger.info({ url: platform.url }, "the gateway is ready");

for (const signal of ["SIGTERM", "SIGINT"] as const) process.once(signal, () => void stop());

async function stop(): Promise<void> {
  try {
    await platform.stop();
  } catch (error) {
    logger.error(describeError(error), "the gateway did not stop cleanly");
    process.exitCode = 1;
  }
}

function readSettings(): PlatformSettings {
  try {
    return readConfig(platformSettings, process.env);
  } catch (error) {
    if (!(error instanceof InvalidConfig)) throw error;
    process.stderr.write(`${error.message}\n`);
    process.exit(1);
  }
}

import { z } from "zod";
import { readVerifyKey } from "../auth/gateway-keys.js";
import { systemClock } from "../clock.js";
import { InvalidConfig, key256, port, readConfig } from "../config/read-config.js";
import { EVENTS_KEPT_DAYS } from "../events/expire.js";
import { createLogger } from "../logger.js";
import type { ServiceName } from "../db/services.js";
import type { ServiceOptions } from "./open-service.js";
import { serveSubgraph } from "./serve-subgraph.js";
import type { RunningSubgraph } from "./subgraph.js";

/** The environment variables that every subgraph reads when it runs alone. */
export const serviceSettings = z.object({
  DATABASE_URL: z.url({ protocol: /^postgres(ql)?$/, error: "must be a postgres:// URL" }),
  MASTER_KEY: key256(),
  GATEWAY_VERIFY_KEY: z.string().startsWith("-----BEGIN PUBLIC KEY-----", "must be the gateway's public key in PEM"),
  PUBLIC_URL: z.url(),
  PORT: port(),
  HOST: z.string().default("127.0.0.1"),
  NATS_URL: z.url({ protocol: /^(nats|tls)$/, error: "must be a nats:// or tls:// URL" }).optional(),
  DATABASE_POOL: z.coerce.number().int().min(1).max(100).default(10),
  EVENT_RETENTION_DAYS: z.coerce.number().int().min(1).default(EVENTS_KEPT_DAYS),
});

/** The options that every subgraph is started with, from its settings. */
export function serviceOptions(service: ServiceName, settings: z.infer<typeof serviceSettings>): ServiceOptions {
  return {
    databaseUrl: settings.DATABASE_URL,
    masterKey: Buffer.from(settings.MASTER_KEY, "base64"),
    publicUrl: settings.PUBLIC_URL,
    clock: systemClock,
    logger: createLogger(service),
    natsUrl: settings.NATS_URL,
    poolSize: settings.DATABASE_POOL,
    eventRetentionDays: settings.EVENT_RETENTION_DAYS,
  };
}

/**
 * Runs one subgraph as a process of its own: reads its settings, starts it, serves it until SIGTERM or SIGINT.
 * @param schema the service's settings: `serviceSettings`, extended with its own
 */
export async function runSubgraph<Settings extends z.infer<typeof serviceSettings>>(
  service: ServiceName,
  schema: z.ZodType<Settings>,
  start: (options: ServiceOptions, settings: Settings) => Promise<RunningSubgraph>,
): Promise<void> {
  const settings = readSettings(schema);
  const options = serviceOptions(service, settings);
  const subgraph = await start(options, settings);
  const verifyKey = await readVerifyKey(settings.GATEWAY_VERIFY_KEY);
  const server = await serveSubgraph(subgraph, {
    port: settings.PORT,
    host: settings.HOST,
    verifyKey,
    logger: options.logger,
  });
  options.logger.info({ url: server.url }, `${service} is ready`);
  const stop = async () => {
    await server.close();
    await subgraph.stop();
  };
  for (const signal of ["SIGTERM", "SIGINT"] as const) process.once(signal, () => void stop());
}

function readSettings<Settings>(schema: z.ZodType<Settings>): Settings {
  try {
    return readConfig(schema, process.env);
  } catch (error) {
    if (!(error instanceof InvalidConfig)) throw error;
    process.stderr.write(`${error.message}\n`);
    process.exit(1);
  }
}

import "./telemetry-off.js";
import { readSigningKey } from "@studio/kit/auth/gateway-keys.js";
import { systemClock, type Clock } from "@studio/kit/clock.js";
import { roleUrl } from "@studio/kit/db/role-url.js";
import { SERVICES, type ServiceName } from "@studio/kit/db/services.js";
import { startWakeupListener } from "@studio/kit/events/wakeup-listener.js";
import { Wakeups } from "@studio/kit/events/wakeups.js";
import { createLogger, type Logger } from "@studio/kit/logger.js";
import type { ServiceOptions } from "@studio/kit/server/open-service.js";
import type { RunningSubgraph } from "@studio/kit/server/subgraph.js";
import { readSupergraph } from "@studio/schema";
import type { PlatformSettings } from "./config.js";
import { HttpLink } from "./links/http-link.js";
import { inProcessLink } from "./links/in-process-link.js";
import type { SubgraphLink } from "./links/subgraph-link.js";
import { startGateway } from "./start-gateway.js";

/** What a test may put in place of the real thing. */
export interface PlatformOverrides {
  clock?: Clock;
  /** By the part's name: `gateway` or a subgraph's. */
  logger?: (part: string) => Logger;
  /** Links used instead of starting or calling the subgraph of that name. They are not closed with the platform. */
  links?: Partial<Record<ServiceName, SubgraphLink>>;
  /** Wake-ups that the test gives itself; no listener is opened then. */
  wakeups?: Wakeups;
  supergraphSdl?: string;
}

export interface RunningPlatform {
  /** Where the gateway listens, for this machine. */
  url: string;
  /** The ways to the subgraphs, by name. */
  links: ReadonlyMap<ServiceName, SubgraphLink>;
  /** Ends streams with their cursor, then the server, then the subgraphs of this process. */
  stop(): Promise<void>;
}

/** The environment variable that moves a subgraph out of this process. */
const URL_SETTINGS = {
  identity: "SUBGRAPH_IDENTITY_URL",
  "studio-configuration": "SUBGRAPH_STUDIO_CONFIGURATION_URL",
  media: "SUBGRAPH_MEDIA_URL",
  compliance: "SUBGRAPH_COMPLIANCE_URL",
} as const satisfies Record<ServiceName, keyof PlatformSettings>;

type Stop = () => Promise<void>;

/** Starts every subgraph that has no URL in this process, and the gateway over all four. */
export async function startPlatform(
  settings: PlatformSettings,
  overrides: PlatformOverrides = {},
): Promise<RunningPlatform> {
  const { clock = systemClock, logger: loggerOf = createLogger, wakeups = new Wakeups() } = overrides;
  const stops: Stop[] = [];
  const stop = async () => {
    for (const one of stops.splice(0).toReversed()) await one();
  };
  try {
    const links = await openLinks(settings, overrides, { clock, loggerOf, stops });
    const logger = loggerOf("gateway");
    if (!overrides.wakeups) {
      const url = roleUrl(settings.DATABASE_URL, Buffer.from(settings.MASTER_KEY, "base64"), "gateway");
      const listener = startWakeupListener({ url, natsUrl: settings.NATS_URL }, wakeups, logger);
      stops.push(() => listener.close());
    }
    const supergraphSdl = overrides.supergraphSdl ?? (await readSupergraph());
    const gateway = await startGateway({ settings, supergraphSdl, links, wakeups, clock, logger });
    stops.push(() => gateway.stop());
    return { url: gateway.url, links, stop };
  } catch (error) {
    await stop();
    throw error;
  }
}

interface Wiring {
  clock: Clock;
  loggerOf: (part: string) => Logger;
  /** Where each started part leaves what ends it. */
  stops: Stop[];
}

async function openLinks(
  settings: PlatformSettings,
  overrides: PlatformOverrides,
  wiring: Wiring,
): Promise<ReadonlyMap<ServiceName, SubgraphLink>> {
  const opened = await Promise.allSettled(
    SERVICES.map(async (name) => [name, overrides.links?.[name] ?? (await openLink(name, settings, wiring))] as const),
  );
  const failed = opened.find((result) => result.status === "rejected");
  if (failed) throw failed.reason;
  return new Map(opened.flatMap((result) => (result.status === "fulfilled" ? [result.value] : [])));
}

async function openLink(name: ServiceName, settings: PlatformSettings, wiring: Wiring): Promise<SubgraphLink> {
  const url = settings[URL_SETTINGS[name]];
  if (url === undefined) {
    const subgraph = await startSubgraph(name, settings, serviceOptions(name, settings, wiring));
    wiring.stops.push(() => subgraph.stop());
    return inProcessLink(subgraph);
  }
  const link = new HttpLink({
    name,
    url,
    signingKey: await readSigningKey(required(settings, "GATEWAY_SIGNING_KEY")),
    timeoutMs: settings.SUBGRAPH_TIMEOUT_MS,
    maxResponseBytes: settings.SUBGRAPH_RESPONSE_BYTES,
    connections: settings.SUBGRAPH_CONNECTIONS,
    logger: wiring.loggerOf("gateway"),
  });
  wiring.stops.push(() => link.close());
  return link;
}

/** Loads a subgraph's code only where it runs. */
async function startSubgraph(
  name: ServiceName,
  settings: PlatformSettings,
  options: ServiceOptions,
): Promise<RunningSubgraph> {
  switch (name) {
    case "identity": {
      const { startIdentity } = await import("@studio/identity");
      const mail = { smtpUrl: required(settings, "SMTP_URL"), mailFrom: settings.MAIL_FROM };
      const webhooks = {
        webhooksToLoopback: settings.WEBHOOKS_TO_LOOPBACK,
        graphUrl: `http://127.0.0.1:${settings.PORT}`,
      };
      return startIdentity({ ...options, ...mail, ...webhooks });
    }
    case "studio-configuration": {
      const { startStudioConfiguration } = await import("@studio/studio-configuration");
      return startStudioConfiguration(options);
    }
    case "media": {
      const { startMedia, toRemovalService } = await import("@studio/media");
      const removalService = toRemovalService(settings.REMOVEBG_URL, settings.REMOVEBG_API_KEY);
      return startMedia({ ...options, storageUrl: required(settings, "STORAGE_URL"), removalService });
    }
    case "compliance": {
      const { startCompliance } = await import("@studio/compliance");
      return startCompliance(options);
    }
    default:
      return name satisfies never;
  }
}

function serviceOptions(name: ServiceName, settings: PlatformSettings, { clock, loggerOf }: Wiring): ServiceOptions {
  return {
    databaseUrl: settings.DATABASE_URL,
    masterKey: Buffer.from(settings.MASTER_KEY, "base64"),
    publicUrl: settings.PUBLIC_URL,
    clock,
    logger: loggerOf(name),
    natsUrl: settings.NATS_URL,
    poolSize: settings.DATABASE_POOL,
    eventRetentionDays: settings.EVENT_RETENTION_DAYS,
  };
}

function required(settings: PlatformSettings, name: "SMTP_URL" | "STORAGE_URL" | "GATEWAY_SIGNING_KEY"): string {
  const value = settings[name];
  if (value === undefined) throw new Error(`${name} is not set.`);
  return value;
}

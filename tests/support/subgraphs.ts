import { startCompliance } from "@studio/compliance";
import { findFreePort } from "@studio/dev/port.js";
import { startIdentity } from "@studio/identity";
import { readVerifyKey } from "@studio/kit/auth/gateway-keys.js";
import type { Clock } from "@studio/kit/clock.js";
import type { Logger } from "@studio/kit/logger.js";
import { serveSubgraph } from "@studio/kit/server/serve-subgraph.js";
import type { RunningSubgraph } from "@studio/kit/server/subgraph.js";
import { startMedia } from "@studio/media";
import { startStudioConfiguration } from "@studio/studio-configuration";

interface Settings {
  DATABASE_URL: string;
  DATABASE_POOL: string;
  MASTER_KEY: string;
  PUBLIC_URL: string;
  SMTP_URL: string;
  MAIL_FROM: string;
  STORAGE_URL: string;
  EVENT_RETENTION_DAYS?: string;
}

/** The four subgraphs, each behind an HTTP server of its own, as they run on a cluster. */
export interface ServedSubgraphs {
  urls: Readonly<Record<string, string>>;
  /** What the gateway must be told to find them. */
  settings: Readonly<Record<string, string>>;
  /** Closes one subgraph's server, so that nothing answers at its address. */
  takeDown(name: string): Promise<void>;
  /** Serves it again at the same address. */
  bringBack(name: string): Promise<void>;
  stop(): Promise<void>;
}

interface Served {
  subgraph: RunningSubgraph;
  server: Awaited<ReturnType<typeof serveSubgraph>>;
}

/** Serves the four subgraphs over HTTP on free ports, which nobody takes while one is down. */
export async function serveSubgraphs(
  settings: Settings,
  verifyKey: string,
  clock: Clock,
  logger: Logger,
): Promise<ServedSubgraphs> {
  const options = {
    databaseUrl: settings.DATABASE_URL,
    masterKey: Buffer.from(settings.MASTER_KEY, "base64"),
    publicUrl: settings.PUBLIC_URL,
    poolSize: Number(settings.DATABASE_POOL),
    ...(settings.EVENT_RETENTION_DAYS && { eventRetentionDays: Number(settings.EVENT_RETENTION_DAYS) }),
    clock,
    logger,
  };
  const key = await readVerifyKey(verifyKey);
  const subgraphs = [
    await startIdentity({
      ...options,
      smtpUrl: settings.SMTP_URL,
      mailFrom: settings.MAIL_FROM,
      webhooksToLoopback: true,
    }),
    await startStudioConfiguration(options),
    await startMedia({ ...options, storageUrl: settings.STORAGE_URL }),
    await startCompliance(options),
  ];
  const serve = (subgraph: RunningSubgraph, port: number) => serveSubgraph(subgraph, { port, verifyKey: key, logger });
  const served = await Promise.all(
    subgraphs.map(async (subgraph): Promise<[string, Served]> => {
      return [subgraph.name, { subgraph, server: await serve(subgraph, await findFreePort()) }];
    }),
  );
  const parts = new Map(served);
  const urls = Object.fromEntries(served.map(([name, { server }]) => [name, server.url]));
  return {
    urls,
    settings: Object.fromEntries(
      Object.entries(urls).map(([name, url]) => [`SUBGRAPH_${name.toUpperCase().replaceAll("-", "_")}_URL`, url]),
    ),
    takeDown: (name) => parts.get(name)!.server.close(),
    bringBack: async (name) => {
      const part = parts.get(name)!;
      part.server = await serve(part.subgraph, Number(new URL(part.server.url).port));
    },
    stop: async () => {
      await Promise.all([...parts.values()].map(({ server }) => server.close()));
      await Promise.all(subgraphs.map((subgraph) => subgraph.stop()));
    },
  };
}

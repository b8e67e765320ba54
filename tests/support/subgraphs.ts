import { startCompliance } from "@studio/compliance";
import { startIdentity } from "@studio/identity";
import { readVerifyKey } from "@studio/kit/auth/gateway-keys.js";
import type { Clock } from "@studio/kit/clock.js";
import type { Logger } from "@studio/kit/logger.js";
import { serveSubgraph } from "@studio/kit/server/serve-subgraph.js";
import { startMedia } from "@studio/media";
import { startStudioConfiguration } from "@studio/studio-configuration";

interface Settings {
  DATABASE_URL: string;
  DATABASE_POOL: string;
  MASTER_KEY: string;
  PUBLIC_URL: string;
  SMTP_URL: string;
  MAIL_FROM: string;
  OBJECT_DIRECTORY: string;
}

/** The four subgraphs, each behind an HTTP server of its own, as they run on a cluster. */
export interface ServedSubgraphs {
  urls: Readonly<Record<string, string>>;
  /** What the gateway must be told to find them. */
  settings: Readonly<Record<string, string>>;
  stop(): Promise<void>;
}

/** Serves the four subgraphs over HTTP on free ports. */
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
    clock,
    logger,
  };
  const key = await readVerifyKey(verifyKey);
  const subgraphs = [
    await startIdentity({ ...options, smtpUrl: settings.SMTP_URL, mailFrom: settings.MAIL_FROM }),
    await startStudioConfiguration(options),
    await startMedia({ ...options, objectDirectory: settings.OBJECT_DIRECTORY }),
    await startCompliance(options),
  ];
  const servers = await Promise.all(
    subgraphs.map((subgraph) => serveSubgraph(subgraph, { port: 0, verifyKey: key, logger })),
  );
  const urls = Object.fromEntries(subgraphs.map(({ name }, index) => [name, servers[index]!.url]));
  return {
    urls,
    settings: Object.fromEntries(
      Object.entries(urls).map(([name, url]) => [`SUBGRAPH_${name.toUpperCase().replaceAll("-", "_")}_URL`, url]),
    ),
    stop: async () => {
      await Promise.all(servers.map((server) => server.close()));
      await Promise.all(subgraphs.map((subgraph) => subgraph.stop()));
    },
  };
}

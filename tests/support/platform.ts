import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { pathToFileURL } from "node:url";
import postgres from "postgres";
import { openForge, type Forge } from "@studio/dev/hub/forge.js";
import { startHub } from "@studio/dev/hub/start-hub.js";
import { graphClient, type GraphClient } from "@studio/dev/journey/graph-client.js";
import { startMailbox, type RunningMailbox } from "@studio/dev/mailbox/start-mailbox.js";
import { findFreePort } from "@studio/dev/port.js";
import type { RunningPostgres } from "@studio/dev/postgres/start-postgres.js";
import { createTestPostgres } from "@studio/dev/postgres/test-postgres.js";
import { platformSettings, startPlatform, type RunningPlatform } from "@studio/gateway";
import { newGatewayKeys } from "@studio/kit/auth/gateway-keys.js";
import { MovableClock } from "@studio/kit/clock.js";
import { readConfig } from "@studio/kit/config/read-config.js";
import { newKey } from "@studio/kit/crypto/seal.js";
import { createLogger } from "@studio/kit/logger.js";
import { assertCatalogued } from "./catalogued-events.js";
import { fillPlatform } from "./fill-platform.js";
import { serveSubgraphs, type ServedSubgraphs } from "./subgraphs.js";

/** Both of the platform's modes run the same suites; Vitest's project says which. */
export const MODE = process.env["PLATFORM_MODE"] === "distributed" ? "distributed" : "embedded";

/** The whole platform, real in every part, for one test file. */
export interface TestPlatform {
  url: string;
  graphUrl: string;
  /** The subgraphs behind HTTP servers of their own; null when embedded. */
  subgraphs: ServedSubgraphs | null;
  /** The gateway's ways to the subgraphs, in either mode. */
  links: RunningPlatform["links"];
  /** The gateway's private key, with which a test can forge what only the gateway may say. */
  signingKey: string;
  clock: MovableClock;
  postgres: RunningPostgres;
  /** A superuser's connections, to see and change what no client can. */
  admin: postgres.Sql;
  mailbox: RunningMailbox;
  hubIssuer: string;
  forge: Forge;
  masterKey: Buffer;
  storageUrl: string;
  /** Where `storageUrl` is, unless the test chose another place. */
  objectDirectory: string;
  /** A client of the graph with a credential, or an anonymous one. */
  as(credential?: string): GraphClient;
  stop(): Promise<void>;
}

/** Starts PostgreSQL, Hub, mailbox, the four subgraphs and the gateway, in the mode of this run. */
export async function startTestPlatform(env: Record<string, string> = {}): Promise<TestPlatform> {
  await using parts = new AsyncDisposableStack();
  const directory = await mkdtemp(join(tmpdir(), "studio-test-"));
  parts.defer(() => rm(directory, { recursive: true, force: true }));
  const postgresServer = parts.use(await createTestPostgres({ fill: fillPlatform }));
  const admin = postgres(postgresServer.url, { max: 2, onnotice: () => {} });
  parts.defer(() => admin.end({ timeout: 1 }));
  parts.defer(() => assertCatalogued(admin));
  const hub = await startHub({ port: 0, keyDirectory: directory, users: [], clients: [] });
  parts.defer(() => hub.stop());
  const mailbox = await startMailbox({ smtpPort: 0, httpPort: 0 });
  parts.defer(() => mailbox.stop());
  const clock = new MovableClock();
  const { signingKey, verifyKey } = await newGatewayKeys();
  const masterKey = newKey();
  const port = await findFreePort();
  const objectDirectory = join(directory, "objects");
  const settings = {
    PORT: String(port),
    PUBLIC_URL: `http://127.0.0.1:${port}`,
    DATABASE_URL: postgresServer.url,
    DATABASE_POOL: "4",
    MASTER_KEY: masterKey.toString("base64"),
    GATEWAY_SIGNING_KEY: signingKey,
    HUB_ISSUER: hub.issuer,
    SMTP_URL: mailbox.smtpUrl,
    MAIL_FROM: "Studio <studio@platform.example>",
    STORAGE_URL: pathToFileURL(objectDirectory).href,
    STREAM_POLL_MS: "500",
    WEBHOOKS_TO_LOOPBACK: "on",
    ...env,
  };
  const logger = createLogger("test", "silent");
  const subgraphs = MODE === "distributed" ? await serveSubgraphs(settings, verifyKey, clock, logger) : null;
  if (subgraphs) parts.defer(() => subgraphs.stop());
  const platform = await startPlatform(readConfig(platformSettings, { ...settings, ...subgraphs?.settings }), {
    clock,
    logger: () => logger,
  });
  parts.defer(() => platform.stop());
  const running = parts.move();
  const graphUrl = `${platform.url}/graphql`;
  return {
    url: platform.url,
    graphUrl,
    subgraphs,
    links: platform.links,
    signingKey,
    clock,
    postgres: postgresServer,
    admin,
    mailbox,
    hubIssuer: hub.issuer,
    forge: await openForge({ issuer: hub.issuer, keyDirectory: directory }),
    masterKey,
    storageUrl: settings.STORAGE_URL,
    objectDirectory,
    as: (credential) => graphClient(graphUrl, credential),
    stop: () => running.disposeAsync(),
  };
}

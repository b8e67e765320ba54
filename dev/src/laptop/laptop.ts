import { join } from "node:path";
import { pathToFileURL } from "node:url";
import { platformSettings, startPlatform, type PlatformSettings } from "@studio/gateway";
import { readConfig } from "@studio/kit/config/read-config.js";
import { createLogger } from "@studio/kit/logger.js";
import { DEMO_CLIENTS, DEMO_USERS, demoApiKey } from "../demo/demo-roles.js";
import { startHub, type RunningHub } from "../hub/start-hub.js";
import { startMailbox, type RunningMailbox } from "../mailbox/start-mailbox.js";
import { assertPortFree } from "../port.js";
import { startPostgres, type RunningPostgres } from "../postgres/start-postgres.js";
import { loadSecrets, type Secrets } from "./secrets.js";
import type { LaptopSettings } from "./settings.js";

/** The whole platform on one machine: its own PostgreSQL, Hub and mailbox, the subgraphs and the gateway. */
export interface RunningLaptop {
  url: string;
  databaseUrl: string;
  storageUrl: string;
  hub: RunningHub;
  mailbox: RunningMailbox;
  secrets: Secrets;
  /** Stops everything, the newest first. */
  stop(): Promise<void>;
}

/**
 * Starts everything embedded. `env` is passed on to the platform's own settings.
 * @throws PortTaken, DataDirectoryInUse, PostgresFailed, InvalidConfig: each says what to do
 */
export async function startLaptop(settings: LaptopSettings, env: Env): Promise<RunningLaptop> {
  await using started = new AsyncDisposableStack();
  const keep = <Part extends { stop(): Promise<void> }>(part: Part) => started.adopt(part, () => part.stop());
  const logger = createLogger("studio", env["LOG_LEVEL"] ?? "error");
  await assertPortsFree(settings);
  const postgres = keep(await startDatabase(settings));
  postgres.onEvent((event) => logger.warn(event, "PostgreSQL"));
  const secrets = await loadSecrets(settings.dataDirectory);
  const hub = keep(await startDemoHub(settings));
  const mailbox = keep(await startMailbox({ smtpPort: settings.smtpPort, httpPort: settings.mailboxPort }));
  const storageUrl = pathToFileURL(join(settings.dataDirectory, "objects")).href;
  const parts = { databaseUrl: postgres.url, storageUrl, hub, mailbox, secrets };
  keep(await startPlatform(platformSettingsOf(settings, env, parts), { logger: () => logger }));
  const all = started.move();
  return { ...parts, url: publicUrl(settings), stop: () => all.disposeAsync() };
}

type Env = Readonly<Record<string, string | undefined>>;

function platformSettingsOf(
  settings: LaptopSettings,
  env: Env,
  parts: Omit<RunningLaptop, "url" | "stop">,
): PlatformSettings {
  return readConfig(platformSettings, {
    ...env,
    PORT: String(settings.port),
    PUBLIC_URL: publicUrl(settings),
    DATABASE_URL: parts.databaseUrl,
    MASTER_KEY: parts.secrets.masterKey,
    GATEWAY_SIGNING_KEY: parts.secrets.signingKey,
    HUB_ISSUER: parts.hub.issuer,
    SMTP_URL: parts.mailbox.smtpUrl,
    MAIL_FROM: "Northwind Studio <studio@northwind.example>",
    STORAGE_URL: parts.storageUrl,
    WEBHOOKS_TO_LOOPBACK: "on",
    EXPLORER_DEMO_ROLES: JSON.stringify(explorerRoles(parts.hub, parts.secrets)),
  });
}

function publicUrl(settings: LaptopSettings): string {
  return `http://localhost:${settings.port}`;
}

/** Looks before anything is started: PostgreSQL makes its cluster for a second or more. */
async function assertPortsFree(settings: LaptopSettings): Promise<void> {
  await assertPortFree(settings.port, "the gateway");
  await assertPortFree(settings.hubPort, "the Hub");
  await assertPortFree(settings.mailboxPort, "the mailbox's page");
  await assertPortFree(settings.smtpPort, "the mailbox");
}

function startDatabase(settings: LaptopSettings): Promise<RunningPostgres> {
  return startPostgres({
    dataDirectory: join(settings.dataDirectory, "postgres"),
    port: settings.databasePort,
    supervise: true,
  });
}

function startDemoHub(settings: LaptopSettings): Promise<RunningHub> {
  return startHub({
    port: settings.hubPort,
    keyDirectory: join(settings.dataDirectory, "hub"),
    users: Object.values(DEMO_USERS),
    aliases: Object.fromEntries(Object.entries(DEMO_USERS).map(([alias, { login }]) => [alias, login])),
    clients: [{ clientId: "studio-explorer", redirectUris: [`${publicUrl(settings)}/`] }],
  });
}

function explorerRoles(hub: RunningHub, secrets: Secrets): object[] {
  const people = Object.entries(DEMO_USERS).map(([name, user]) => ({
    name,
    label: user.name,
    tokenUrl: `${hub.issuer}/token/${name}`,
  }));
  const masterKey = Buffer.from(secrets.masterKey, "base64");
  return [...people, ...DEMO_CLIENTS.map((name) => ({ name, label: name, key: demoApiKey(masterKey, name) }))];
}

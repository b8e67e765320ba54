import { randomBytes } from "node:crypto";
import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath, pathToFileURL } from "node:url";
import postgres from "postgres";
import { openForge } from "@studio/dev/hub/forge.js";
import { startHub } from "@studio/dev/hub/start-hub.js";
import { poll } from "@studio/dev/poll.js";
import { findFreePort } from "@studio/dev/port.js";
import { createTestPostgres } from "@studio/dev/postgres/test-postgres.js";
import { seedIdentity } from "@studio/identity/seed";
import { newAccountToken } from "@studio/kit/auth/account-token.js";
import { newGatewayKeys } from "@studio/kit/auth/gateway-keys.js";
import { systemClock } from "@studio/kit/clock.js";
import { newKey } from "@studio/kit/crypto/seal.js";
import { migrateService } from "@studio/kit/db/migrate.js";
import { newId } from "@studio/kit/id.js";
import { memberToken } from "../support/account.js";
import { Part } from "./part.js";

/** As `pnpm start:gateway` has them. */
const GATEWAY_ARGS = ["--max-old-space-size=1024"];
const SUBGRAPHS = ["identity", "media"] as const;

export interface StageFaults {
  identity: string[];
  gateways: [string[], string[]];
}

/**
 * Two gateways and the two subgraphs that events need, each a process of its own that is started again when it dies,
 * over a PostgreSQL that keeps what it has committed. One account with a contact, its owner and an integration.
 */
export async function setStage(faults: StageFaults) {
  await using parts = new AsyncDisposableStack();
  const directory = await mkdtemp(join(tmpdir(), "studio-chaos-"));
  parts.defer(() => rm(directory, { recursive: true, force: true }));
  const server = parts.use(await createTestPostgres({ durable: true }));
  const hub = await startHub({ port: 0, keyDirectory: directory, users: [], clients: [] });
  parts.defer(() => hub.stop());
  const { signingKey, verifyKey } = await newGatewayKeys();
  const masterKey = newKey();
  const [portA, portB, ...subgraphPorts] = await Promise.all(Array.from({ length: 4 }, () => findFreePort()));
  const gatewayUrls = [portA, portB].map((port) => `http://127.0.0.1:${port}`);
  const common = {
    DATABASE_URL: server.url,
    MASTER_KEY: masterKey.toString("base64"),
    PUBLIC_URL: gatewayUrls[0]!,
    SMTP_URL: "smtp://127.0.0.1:9",
    MAIL_FROM: "Studio <studio@platform.example>",
    STORAGE_URL: pathToFileURL(join(directory, "objects")).href,
    WEBHOOKS_TO_LOOPBACK: "on",
    GATEWAY_VERIFY_KEY: verifyKey,
  };
  const launch = (script: string, env: Record<string, string>, ahead: string[] = [], nodeArgs: string[] = []) => {
    const part = new Part({ script, nodeArgs, env: { ...common, ...env }, faults: ahead });
    parts.defer(() => part.stop());
    return part;
  };
  const services = SUBGRAPHS.map((name, index) =>
    launch(
      `subgraphs/${name}/dist/main.js`,
      { PORT: String(subgraphPorts[index]) },
      name === "identity" ? faults.identity : [],
    ),
  );
  const gateways = [portA, portB].map((port, index) =>
    launch(
      "gateway/dist/main.js",
      {
        GATEWAY_SIGNING_KEY: signingKey,
        HUB_ISSUER: hub.issuer,
        PORT: String(port),
        SUBGRAPH_IDENTITY_URL: `http://127.0.0.1:${subgraphPorts[0]}`,
        SUBGRAPH_MEDIA_URL: `http://127.0.0.1:${subgraphPorts[1]}`,
        SUBGRAPH_STUDIO_CONFIGURATION_URL: "http://127.0.0.1:9",
        SUBGRAPH_COMPLIANCE_URL: "http://127.0.0.1:9",
        LIMIT_COST: "1000000000",
      },
      faults.gateways[index],
      GATEWAY_ARGS,
    ),
  );
  const urls = [
    ...subgraphPorts.map((port) => `http://127.0.0.1:${port}/health/ready`),
    ...gatewayUrls.map((url) => `${url}/health/live`),
  ];
  for (const url of urls) await isUp(url);
  // Their schemas only: the audit trail is appended to, but nothing of theirs is asked.
  for (const name of ["compliance", "studio-configuration"] as const)
    await migrateService(
      server.url,
      name,
      fileURLToPath(new URL(`../../subgraphs/${name}/migrations`, import.meta.url)),
    );
  const account = await seed({ databaseUrl: server.url, masterKey, clock: systemClock });
  const forge = await openForge({ issuer: hub.issuer, keyDirectory: directory });
  const admin = postgres(server.url, { max: 1, onnotice: () => {} });
  parts.defer(() => admin.end({ timeout: 1 }));
  const running = parts.move();
  return {
    directory,
    server,
    admin,
    env: common,
    graphUrls: gatewayUrls.map((url) => `${url}/graphql`),
    gateways,
    processes: [...services, ...gateways],
    account,
    ownerToken: await memberToken({ forge }, account.ownerEmail),
    stop: () => running.disposeAsync(),
  };
}

async function isUp(url: string): Promise<void> {
  const answers = async () => ((await fetch(url).catch(() => null))?.status === 200 ? true : undefined);
  if (!(await poll(answers, { timeoutMs: 120_000, everyMs: 100 }))) throw new Error(`Nothing answers at ${url}.`);
}

async function seed(target: Parameters<typeof seedIdentity>[0]) {
  const [id, contactId, groupId] = [newId(), newId(), newId()];
  const tag = randomBytes(4).toString("hex");
  const ownerEmail = `owner.${tag}@people.example`;
  const key = newAccountToken("sk", id);
  await seedIdentity(target, {
    account: { id, name: `Account ${tag}` },
    groups: [{ id: groupId, name: "Group" }],
    members: [{ id: newId(), name: "owner", email: ownerEmail, role: "owner", groupIds: [] }],
    fieldIdOf: () => newId(),
    apiClients: [
      { id: newId(), name: "Intranet", kind: "integration", key, scopes: ["contacts:read", "events:read"], fields: [] },
    ],
    contacts: { count: 1, idOf: () => contactId, groupIdsOf: () => [groupId] },
  });
  return { id, contactId, key, ownerEmail };
}

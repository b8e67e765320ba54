import { spawn, type ChildProcess } from "node:child_process";
import { randomBytes } from "node:crypto";
import { once } from "node:events";
import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { pathToFileURL } from "node:url";
import { fileURLToPath } from "node:url";
import { expect, onTestFinished, test } from "vitest";
import { openForge } from "@studio/dev/hub/forge.js";
import { startHub } from "@studio/dev/hub/start-hub.js";
import { playJourney } from "@studio/dev/journey/play-journey.js";
import { startMailbox } from "@studio/dev/mailbox/start-mailbox.js";
import { findFreePort } from "@studio/dev/port.js";
import { createTestPostgres } from "@studio/dev/postgres/test-postgres.js";
import { newGatewayKeys } from "@studio/kit/auth/gateway-keys.js";
import { systemClock } from "@studio/kit/clock.js";
import { newKey } from "@studio/kit/crypto/seal.js";
import { createAccount } from "../support/account.js";

const SUBGRAPHS = ["identity", "studio-configuration", "media", "compliance"] as const;

function launch(script: string, args: string[], env: Record<string, string>): ChildProcess {
  const path = fileURLToPath(new URL(`../../${script}`, import.meta.url));
  const child = spawn(process.execPath, [path, ...args], {
    env: { ...process.env, ...env, LOG_LEVEL: "error" },
    stdio: ["ignore", "ignore", "inherit"],
  });
  onTestFinished(async () => {
    if (child.exitCode !== null) return;
    child.kill("SIGKILL");
    await once(child, "exit");
  });
  return child;
}

async function isReady(url: string): Promise<void> {
  await expect
    .poll(async () => (await fetch(`${url}/health/ready`).catch(() => null))?.status, {
      timeout: 60_000,
      interval: 100,
    })
    .toBe(200);
}

test(
  "the four subgraphs and the gateway, each a process of its own, do the main job and end on SIGTERM",
  { timeout: 180_000 },
  async () => {
    const directory = await mkdtemp(join(tmpdir(), "studio-processes-"));
    const postgres = await createTestPostgres();
    const hub = await startHub({ port: 0, keyDirectory: directory, users: [], clients: [] });
    const mailbox = await startMailbox({ smtpPort: 0, httpPort: 0 });
    onTestFinished(async () => {
      await Promise.all([hub.stop(), mailbox.stop(), postgres.stop()]);
      await rm(directory, { recursive: true, force: true });
    });
    const { signingKey, verifyKey } = await newGatewayKeys();
    const masterKey = newKey();
    const [port, ...subgraphPorts] = await Promise.all(Array.from({ length: 5 }, () => findFreePort()));
    const url = `http://127.0.0.1:${port}`;
    const storageUrl = pathToFileURL(join(directory, "objects")).href;
    const common = {
      DATABASE_URL: postgres.url,
      MASTER_KEY: masterKey.toString("base64"),
      PUBLIC_URL: url,
      SMTP_URL: mailbox.smtpUrl,
      MAIL_FROM: "Studio <studio@platform.example>",
      STORAGE_URL: storageUrl,
    };
    const subgraphs = SUBGRAPHS.map((name, index) =>
      launch("dev/dist/start-subgraph.js", [name], {
        ...common,
        GATEWAY_VERIFY_KEY: verifyKey,
        PORT: String(subgraphPorts[index]),
      }),
    );
    await Promise.all(subgraphPorts.map((subgraphPort) => isReady(`http://127.0.0.1:${subgraphPort}`)));
    const urls = SUBGRAPHS.map((name, index) => [
      `SUBGRAPH_${name.toUpperCase().replaceAll("-", "_")}_URL`,
      `http://127.0.0.1:${subgraphPorts[index]}`,
    ]);
    const gateway = launch("gateway/dist/main.js", [], {
      ...common,
      ...Object.fromEntries(urls),
      GATEWAY_SIGNING_KEY: signingKey,
      HUB_ISSUER: hub.issuer,
      PORT: String(port),
    });
    await isReady(url);

    const forge = await openForge({ issuer: hub.issuer, keyDirectory: directory });
    const account = await createAccount(
      { postgres, masterKey, storageUrl, forge, clock: systemClock },
      { contacts: 4 },
    );
    const run = randomBytes(4).toString("hex");
    const report = await playJourney(
      {
        graphUrl: `${url}/graphql`,
        mailboxUrl: mailbox.url,
        studioSlug: account.studio.slug,
        contactEmail: `casey.${run}@people.example`,
        externalId: `J-${run}`,
        credentials: account.credentials,
      },
      () => {},
    );
    expect(report.deliveries.map(({ submission }) => submission.status)).toEqual(["SUBMITTED", "SUBMITTED"]);
    for (const child of [gateway, ...subgraphs]) {
      child.kill("SIGTERM");
      expect(await once(child, "exit")).toEqual([0, null]);
    }
  },
);

import { spawn, type ChildProcess } from "node:child_process";
import { once } from "node:events";
import { mkdtemp, rm } from "node:fs/promises";
import { createServer } from "node:net";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { afterEach, beforeEach, expect, test, vi } from "vitest";
import { graphClient } from "./journey/graph-client.js";
import { findFreePort } from "./port.js";

const START = fileURLToPath(new URL("../dist/start.js", import.meta.url));

let directory: string;
let env: Record<string, string>;
let laptop: ChildProcess | undefined;

beforeEach(async () => {
  directory = await mkdtemp(join(tmpdir(), "studio-laptop-"));
  const names = ["PORT", "HUB_PORT", "MAILBOX_PORT", "SMTP_PORT"];
  const ports = await Promise.all(names.map(() => findFreePort()));
  env = {
    ...Object.fromEntries(names.map((name, index) => [name, String(ports[index])])),
    DATA_DIRECTORY: join(directory, "data"),
  };
});

afterEach(async () => {
  if (laptop && laptop.exitCode === null && laptop.signalCode === null) {
    laptop.kill("SIGTERM");
    await once(laptop, "exit");
  }
  await rm(directory, { recursive: true, force: true });
});

/** Starts the laptop and resolves with what it printed once it says that it is ready, or once it ends. */
async function start(): Promise<{ output: string; seconds: number }> {
  const begin = performance.now();
  const child = spawn(process.execPath, [START], {
    env: { ...process.env, ...env },
    stdio: ["ignore", "pipe", "pipe"],
  });
  laptop = child;
  let output = "";
  const { promise: ready, resolve } = Promise.withResolvers<void>();
  for (const stream of [child.stdout, child.stderr]) {
    stream.on("data", (chunk: Buffer) => {
      output += chunk.toString();
      if (output.includes("Ctrl-C stops it")) resolve();
    });
  }
  await Promise.race([ready, once(child, "exit")]);
  return { output, seconds: (performance.now() - begin) / 1000 };
}

async function ownerSees(): Promise<number> {
  const token = await (await fetch(`http://localhost:${env["HUB_PORT"]}/token/owner`)).text();
  const graph = graphClient(`http://localhost:${env["PORT"]}/graphql`, token);
  const { contacts } = await graph.ask<{ contacts: { edges: unknown[] } }>(
    "{ contacts(first: 250) { edges { cursor } } }",
  );
  return contacts.edges.length;
}

// A start on a busy machine takes longer than a test usually may.
vi.setConfig({ testTimeout: 120_000 });

test("starts with everything a newcomer needs on the screen, and ends cleanly on SIGINT", async () => {
  const { output } = await start();
  const wanted = [
    "Explorer",
    "GraphQL",
    "Hub",
    "Mailbox",
    "Database",
    "owner",
    "admin",
    "coordinator",
    "privacy-officer",
    "staff",
    "hr",
    "integration",
  ];
  for (const word of wanted) expect(output).toMatch(new RegExp(`^  ${word} {2,}\\S`, "m"));
  expect(await ownerSees()).toBe(150);
  laptop!.kill("SIGINT");
  expect(await once(laptop!, "exit")).toEqual([0, null]);
});

test("after a kill -9 the next start recovers: nothing is lost and nothing is there twice", async () => {
  await start();
  laptop!.kill("SIGKILL");
  await once(laptop!, "exit");
  const { output } = await start();
  expect(output).toContain("The studio platform is ready.");
  expect(output).not.toContain("Seeding contacts");
  expect(await ownerSees()).toBe(150);
});

test("a kill -9 in the middle of seeding is completed by the next start", async () => {
  const child = spawn(process.execPath, [START], {
    env: { ...process.env, ...env },
    stdio: ["ignore", "pipe", "ignore"],
  });
  laptop = child;
  for await (const chunk of child.stdout) if (String(chunk).includes("Seeding")) break;
  child.kill("SIGKILL");
  await once(child, "exit");
  await start();
  expect(await ownerSees()).toBe(150);
});

test("a taken port is named, with what to do, and nothing is left running", async () => {
  const holder = createServer().listen(Number(env["HUB_PORT"]), "127.0.0.1");
  await once(holder, "listening");
  const { output } = await start();
  holder.close();
  expect(output).toContain(`Port ${env["HUB_PORT"]}`);
  expect(output).toMatch(/configure another port/i);
  expect(laptop!.exitCode).toBe(1);
});

test("wrong settings are all named at once", async () => {
  env = { ...env, PORT: "http", SMTP_PORT: "99999" };
  const { output } = await start();
  expect(output).toMatch(/PORT: /);
  expect(output).toMatch(/SMTP_PORT: /);
  expect(laptop!.exitCode).toBe(1);
});

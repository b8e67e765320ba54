import { spawn, type ChildProcess } from "node:child_process";
import { once } from "node:events";
import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { findFreePort } from "@studio/dev/port.js";

const START = fileURLToPath(new URL("../../dev/dist/start.js", import.meta.url));

/** `pnpm start` as a process of its own, on free ports and a directory of its own. */
export interface LaptopProcess {
  env: Record<string, string>;
  /** What it printed until it was ready. */
  output: string;
  stop(): Promise<void>;
}

/** Starts the laptop and waits until it says that it is ready. */
export async function launchLaptop(): Promise<LaptopProcess> {
  const directory = await mkdtemp(join(tmpdir(), "studio-laptop-"));
  const names = ["PORT", "HUB_PORT", "MAILBOX_PORT", "SMTP_PORT"];
  const ports = await Promise.all(names.map(() => findFreePort()));
  const env = Object.fromEntries(names.map((name, index) => [name, String(ports[index])]));
  env["DATA_DIRECTORY"] = directory;
  const child = spawn(process.execPath, [START], {
    env: { ...process.env, ...env },
    stdio: ["ignore", "pipe", "inherit"],
  });
  // One that is given up before it is ready does not outlive the tests.
  process.once("exit", () => child.kill());
  const output = await readUntilReady(child);
  return {
    env,
    output,
    stop: async () => {
      child.kill("SIGTERM");
      await once(child, "exit");
      await rm(directory, { recursive: true, force: true });
    },
  };
}

async function readUntilReady(child: ChildProcess): Promise<string> {
  let output = "";
  for await (const chunk of child.stdout!) {
    output += String(chunk);
    if (output.includes("Ctrl-C stops it")) return output;
  }
  throw new Error(`The laptop did not start:\n${output}`);
}

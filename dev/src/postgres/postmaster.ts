import { spawn } from "node:child_process";
import { once } from "node:events";
import { open, readFile } from "node:fs/promises";
import { poll } from "../poll.js";
import { PortTaken } from "../port.js";
import type { PostgresBinaries } from "./binaries.js";
import type { DataDirectory } from "./data-directory.js";
import { PostgresFailed } from "./errors.js";
import { postgresEnvironment } from "./environment.js";
import { readPidFile } from "./pid-file.js";
import type { RunAs } from "./run-as.js";
import { stopPostgres } from "./signal.js";
import { settingArguments, type PostgresSettings } from "./settings.js";

// Replaying the log after a crash under heavy writes takes this long at worst.
const START_TIMEOUT_MS = 120_000;

export interface PostmasterExit {
  readonly pid: number;
  readonly code: number | null;
  readonly signal: NodeJS.Signals | null;
}

/** One running PostgreSQL server process. */
export interface Postmaster {
  readonly pid: number;
  readonly exited: Promise<PostmasterExit>;
}

export interface PostmasterPlan {
  readonly directory: DataDirectory;
  readonly binaries: PostgresBinaries;
  readonly runAs: RunAs;
  readonly port: number;
  readonly settings: PostgresSettings;
}

/** Why a start failed, and whether trying the same again may help. */
export class PostmasterRefused extends PostgresFailed {
  constructor(
    detail: string,
    readonly isPassing: boolean,
  ) {
    super("PostgreSQL did not start.", detail);
  }
}

/**
 * Starts PostgreSQL and waits until it takes connections.
 * @throws {PortTaken} when another program holds the port.
 * @throws {PostmasterRefused} with the log's last lines.
 */
export async function startPostmaster(plan: PostmasterPlan): Promise<Postmaster> {
  const log = await open(plan.directory.logFile, "a", 0o600);
  const logStart = (await log.stat()).size;
  const postmaster = await launch(plan, log.fd).finally(() => log.close());
  const outcome = await readyOrGone(plan.directory.cluster, postmaster);
  if (outcome === "ready") return postmaster;
  if (outcome === "silent") await stopPostgres(postmaster.pid, plan.binaries);
  const said = (await readFile(plan.directory.logFile)).subarray(logStart).toString().trim();
  if (said.includes("Address already in use")) throw new PortTaken(plan.port, "PostgreSQL");
  throw new PostmasterRefused(said, said.includes("pre-existing shared memory block"));
}

async function launch(plan: PostmasterPlan, logFd: number): Promise<Postmaster> {
  const { directory, binaries, runAs, port, settings } = plan;
  const args = ["-D", directory.cluster, "-p", `${port}`, ...settingArguments(settings)];
  const [program = binaries.postgres, ...rest] = [...runAs.prefix, binaries.postgres, ...args];
  // Its own process group: Ctrl-C in the terminal is for us, who stop PostgreSQL last.
  const child = spawn(program, rest, {
    ...runAs.identity,
    cwd: "/",
    env: postgresEnvironment(),
    stdio: ["ignore", logFd, logFd],
    detached: true,
    windowsHide: true,
  });
  const { promise: exited, resolve } = Promise.withResolvers<PostmasterExit>();
  await once(child, "spawn");
  const pid = child.pid ?? Number.NaN;
  child.once("exit", (code, signal) => resolve({ pid, code, signal }));
  return { pid, exited };
}

async function readyOrGone(cluster: string, { pid, exited }: Postmaster): Promise<"ready" | "gone" | "silent"> {
  let gone = false;
  void exited.then(() => (gone = true));
  const ask = async () => {
    if (gone) return "gone";
    const file = await readPidFile(cluster);
    return file?.pid === pid && file.ready ? "ready" : undefined;
  };
  return (await poll(ask, { timeoutMs: START_TIMEOUT_MS, everyMs: 10 })) ?? "silent";
}

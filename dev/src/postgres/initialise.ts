import { execFile } from "node:child_process";
import { randomBytes } from "node:crypto";
import { rename, rm, writeFile } from "node:fs/promises";
import { promisify } from "node:util";
import type { PostgresBinaries } from "./binaries.js";
import { hasCluster, type DataDirectory } from "./data-directory.js";
import { PostgresFailed } from "./errors.js";
import { postgresEnvironment } from "./environment.js";
import type { RunAs } from "./run-as.js";

/** The superuser's name in every cluster made here. */
export const SUPERUSER = "postgres";

/** Makes the cluster unless it exists. One cut short leaves nothing behind: only a whole one gets its name. */
export async function initialiseCluster(
  directory: DataDirectory,
  binaries: PostgresBinaries,
  runAs: RunAs,
  { durable }: { durable: boolean },
): Promise<void> {
  if (hasCluster(directory)) return runAs.prepare(directory.path, binaries.postgres);
  const unfinished = `${directory.cluster}.unfinished`;
  await rm(unfinished, { recursive: true, force: true });
  await rm(directory.passwordFile, { force: true });
  await writeFile(directory.passwordFile, `${randomBytes(24).toString("base64url")}\n`, { mode: 0o600 });
  await runAs.prepare(directory.path, binaries.initdb);
  await runInitdb(binaries.initdb, runAs, [
    `--pgdata=${unfinished}`,
    `--username=${SUPERUSER}`,
    `--pwfile=${directory.passwordFile}`,
    "--auth=scram-sha-256",
    "--encoding=UTF8",
    "--locale=C",
    "--locale-provider=builtin",
    "--builtin-locale=C.UTF-8",
    "--no-instructions",
    ...(durable ? [] : ["--no-sync"]),
  ]);
  await rename(unfinished, directory.cluster);
}

async function runInitdb(initdb: string, runAs: RunAs, args: readonly string[]): Promise<void> {
  const [program = initdb, ...rest] = [...runAs.prefix, initdb, ...args];
  try {
    await promisify(execFile)(program, rest, { ...runAs.identity, cwd: "/", env: postgresEnvironment() });
  } catch (error) {
    const detail = error instanceof Error && "stderr" in error ? String(error.stderr) : String(error);
    throw new PostgresFailed("initdb failed.", detail.trim());
  }
}

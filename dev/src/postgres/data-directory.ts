import { existsSync } from "node:fs";
import { mkdir, readFile, realpath, rename, stat } from "node:fs/promises";
import { join } from "node:path";
import { PostgresFailed } from "./errors.js";

const LOG_LIMIT_BYTES = 5 * 1024 * 1024;

/** What lies where in a data directory. */
export interface DataDirectory {
  readonly path: string;
  /** PostgreSQL's own PGDATA. */
  readonly cluster: string;
  readonly passwordFile: string;
  readonly logFile: string;
  readonly lockFile: string;
  readonly holderFile: string;
}

/** Makes the directory if it is missing (0700) and names its parts by their real path. */
export async function openDataDirectory(requested: string): Promise<DataDirectory> {
  await mkdir(requested, { recursive: true, mode: 0o700 });
  const path = await realpath(requested);
  return {
    path,
    cluster: join(path, "cluster"),
    passwordFile: join(path, "superuser-password"),
    logFile: join(path, "postgres.log"),
    lockFile: join(path, "launcher.lock"),
    holderFile: join(path, "launcher.pid"),
  };
}

export function hasCluster(directory: DataDirectory): boolean {
  return existsSync(join(directory.cluster, "PG_VERSION"));
}

/** @throws {PostgresFailed} when the password of an existing cluster is gone. */
export async function readPassword(directory: DataDirectory): Promise<string> {
  try {
    return (await readFile(directory.passwordFile, "utf8")).trim();
  } catch {
    throw new PostgresFailed(
      `The superuser password is missing: ${directory.passwordFile}. Restore it, or start with an empty data directory.`,
    );
  }
}

/** Keeps one older log, so that the log never fills a laptop's disk. */
export async function rotateLog(directory: DataDirectory): Promise<void> {
  const size = await stat(directory.logFile).then(
    (found) => found.size,
    () => 0,
  );
  if (size > LOG_LIMIT_BYTES) await rename(directory.logFile, `${directory.logFile}.1`);
}

import { readFileSync, writeFileSync } from "node:fs";
import { DatabaseSync } from "node:sqlite";
import { poll } from "../poll.js";
import type { DataDirectory } from "./data-directory.js";
import { DataDirectoryInUse } from "./errors.js";

const SQLITE_BUSY = 5;

/** One launcher's claim on a data directory. */
export interface DirectoryLock {
  release(): void;
}

/**
 * Claims the directory for this process. SQLite's file lock is the operating system's own: it is gone
 * with the process, however that died, so there is no stale lock to judge.
 * @throws {DataDirectoryInUse} naming the process that holds it.
 */
export async function lockDirectory(directory: DataDirectory): Promise<DirectoryLock> {
  const lock = tryLockDirectory(directory);
  if (lock !== undefined) return lock;
  const pid = await poll(() => liveHolder(directory), { timeoutMs: 500, everyMs: 10 });
  throw new DataDirectoryInUse(directory.path, pid);
}

/** As {@link lockDirectory}, but answers `undefined` where the directory is held. */
export function tryLockDirectory(directory: DataDirectory): DirectoryLock | undefined {
  const database = new DatabaseSync(directory.lockFile, { timeout: 0 });
  try {
    database.exec("BEGIN EXCLUSIVE");
  } catch (error) {
    database.close();
    if (isBusy(error)) return undefined;
    throw error;
  }
  writeFileSync(directory.holderFile, `${process.pid}\n`);
  return {
    release: () => {
      if (database.isOpen) database.close();
    },
  };
}

function liveHolder(directory: DataDirectory): number | undefined {
  try {
    const pid = Number(readFileSync(directory.holderFile, "utf8"));
    return process.kill(pid, 0) ? pid : undefined;
  } catch {
    return undefined;
  }
}

function isBusy(error: unknown): boolean {
  return error instanceof Error && "errcode" in error && error.errcode === SQLITE_BUSY;
}

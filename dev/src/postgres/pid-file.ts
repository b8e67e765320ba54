import { readFile, writeFile } from "node:fs/promises";
import { join } from "node:path";

/** What a postmaster says of itself (PostgreSQL 18, "postmaster.pid" in Database File Layout). */
export interface PidFile {
  readonly pid: number;
  readonly ready: boolean;
}

const PID_LINE = 0;
const STATUS_LINE = 7;

/** Reads `postmaster.pid`; `undefined` where there is none, or none yet. */
export async function readPidFile(cluster: string): Promise<PidFile | undefined> {
  const lines = await readLines(cluster);
  const pid = Number(lines?.[PID_LINE]);
  if (lines === undefined || !Number.isInteger(pid) || pid <= 0) return undefined;
  return { pid, ready: lines[STATUS_LINE]?.trim() === "ready" };
}

/**
 * Puts this process in the file's place of the postmaster. PostgreSQL takes a file naming its parent
 * for stale, yet still checks the shared memory it names: deleting the file would skip that check.
 */
export async function disownPidFile(cluster: string): Promise<void> {
  const lines = (await readLines(cluster)) ?? [];
  await writeFile(pidFilePath(cluster), lines.with(PID_LINE, `${process.pid}`).join("\n"));
}

async function readLines(cluster: string): Promise<string[] | undefined> {
  const text = await readFile(pidFilePath(cluster), "utf8").catch(() => undefined);
  return text?.split("\n");
}

function pidFilePath(cluster: string): string {
  return join(cluster, "postmaster.pid");
}

import { execFile } from "node:child_process";
import { rmSync } from "node:fs";
import { mkdtemp } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { promisify } from "node:util";
import { openDataDirectory, type DataDirectory } from "./data-directory.js";
import { lockDirectory } from "./directory-lock.js";
import { startPostgres } from "./start-postgres.js";

/** What the directories of test servers are called, in the system's temporary folder. */
export const PREFIX = "studio-test-postgres-";

/** Puts into an empty database what every test of its kind starts from. */
export type Fill = (url: string) => Promise<void>;

const templates = new Map<Fill | undefined, Promise<DataDirectory>>();

/**
 * A new data directory with a cluster that was made, and filled, once in this process: to copy it takes a
 * tenth of the time. The templates are removed when the process ends.
 */
export async function copyTemplate(fill: Fill | undefined): Promise<string> {
  const made = templates.get(fill) ?? makeTemplate(fill);
  templates.set(fill, made);
  const { cluster, passwordFile } = await made;
  const copy = await makeDirectory();
  await promisify(execFile)("cp", ["-a", cluster, passwordFile, copy]);
  return copy;
}

async function makeTemplate(fill: Fill | undefined): Promise<DataDirectory> {
  const dataDirectory = fill ? await copyTemplate(undefined) : await makeDirectory();
  const postgres = await startPostgres({ dataDirectory, durable: false });
  try {
    await fill?.(postgres.url);
  } finally {
    await postgres.stop();
  }
  const directory = await openDataDirectory(dataDirectory);
  // Held as if a server ran in it, so that nobody takes it for abandoned.
  const lock = await lockDirectory(directory);
  process.once("exit", () => {
    lock.release();
    rmSync(directory.path, { recursive: true, force: true });
  });
  return directory;
}

const makeDirectory = () => mkdtemp(join(tmpdir(), PREFIX));

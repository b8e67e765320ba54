import type { PostgresBinaries } from "./binaries.js";
import { disownPidFile, readPidFile } from "./pid-file.js";
import { identifyProcess } from "./process-identity.js";
import { stopPostgres } from "./signal.js";

/**
 * Ends what a killed launcher left behind. Call it holding the directory's lock: whatever still runs
 * over the cluster then has no launcher. An orphan is shut down fast, so nothing committed is lost.
 * @returns the orphan's process id, if there was one.
 */
export async function endOrphan(cluster: string, binaries: PostgresBinaries): Promise<number | undefined> {
  const left = await readPidFile(cluster);
  if (left === undefined) return undefined;
  const identity = await identifyProcess(left.pid, cluster);
  switch (identity) {
    case "this cluster's postgres":
      await stopPostgres(left.pid, binaries);
      return left.pid;
    case "something else":
    case "gone":
      await disownPidFile(cluster);
      return undefined;
    case "unknown":
      return undefined;
    default:
      return identity satisfies never;
  }
}

import { readdirSync, readFileSync } from "node:fs";
import { availableParallelism, setPriority } from "node:os";
import sharp from "sharp";

/**
 * Photos edited at once in a process: one core stays for requests, and one of the four threads of Node's pool for what
 * they need of it.
 */
export const EDITED_AT_ONCE = Math.max(1, Math.min(availableParallelism() - 1, 3));

// One thread per picture: several pictures at once use the cores as well, and take less memory.
sharp.concurrency(1);

/** A third of what a request's thread gets where both want a core: requests go first, and photos still get on. */
const NICENESS = 5;
const TASKS = "/proc/self/task";
/** By when the library has started the threads of a picture. */
const STARTED_AFTER_MS = 20;

/**
 * Lets requests go before pictures: the imaging library's threads yield to all others. Linux keeps a priority for each
 * thread; elsewhere this does nothing. Called with each picture, since the library starts threads as it needs them.
 */
export function yieldToRequests(): void {
  if (process.platform === "linux") setTimeout(lowerImageThreads, STARTED_AFTER_MS).unref();
}

function lowerImageThreads(): void {
  for (const id of readdirSync(TASKS)) {
    try {
      const name = readFileSync(`${TASKS}/${id}/comm`, "utf8").trim();
      if (name === "libvips worker") setPriority(Number(id), NICENESS);
    } catch {
      // The thread has ended meanwhile.
    }
  }
}

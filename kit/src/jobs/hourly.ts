import { setTimeout as sleep } from "node:timers/promises";
import { hourMs, secondMs, type Clock } from "../clock.js";
import { describeError, type Logger } from "../logger.js";

const LOOK_MS = secondMs;

/**
 * Does idempotent upkeep now, and again whenever the clock has entered another hour. Work that fails is logged and
 * done again in the next hour; every process may do it.
 * @param what names the work in the log
 */
export function everyHour(
  { clock, logger }: { clock: Clock; logger: Logger },
  what: string,
  work: () => Promise<unknown>,
): { stop(): Promise<void> } {
  const stopping = new AbortController();
  const running = (async () => {
    let doneIn: number | null = null;
    while (!stopping.signal.aborted) {
      const hour = Math.floor(clock.now().getTime() / hourMs);
      if (hour !== doneIn) await work().catch((error: unknown) => logger.warn(describeError(error), what));
      doneIn = hour;
      await sleep(LOOK_MS, undefined, { signal: stopping.signal, ref: false }).catch(() => {});
    }
  })();
  return {
    stop: async () => {
      stopping.abort();
      await running;
    },
  };
}

import { setTimeout as sleep } from "node:timers/promises";
import { listenForWakeups } from "@studio/kit/events/wakeup-channel.js";
import type { Wakeups } from "@studio/kit/events/wakeups.js";
import { describeError, type Logger } from "@studio/kit/logger.js";

const RETRY_MS = 5_000;

/**
 * Listens for wake-ups in the background, trying again until it can: the database may start later than the gateway,
 * and streams poll meanwhile.
 */
export function startWakeupListener(
  { url, natsUrl }: { url: string; natsUrl: string | undefined },
  wakeups: Wakeups,
  logger: Logger,
): { close(): Promise<void> } {
  const stopping = new AbortController();
  const listening = (async () => {
    while (!stopping.signal.aborted) {
      try {
        return await listenForWakeups(url, natsUrl, wakeups);
      } catch (error) {
        logger.warn(describeError(error), "no wake-ups yet; streams poll");
        await sleep(RETRY_MS, undefined, { signal: stopping.signal }).catch(() => {});
      }
    }
    return null;
  })();
  return {
    close: async () => {
      stopping.abort();
      await (await listening)?.close();
    },
  };
}

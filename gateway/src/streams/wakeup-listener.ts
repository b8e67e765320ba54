import { setTimeout as sleep } from "node:timers/promises";
import { listenForWakeups } from "@studio/kit/events/wakeup-channel.js";
import type { Wakeups } from "@studio/kit/events/wakeups.js";
import { describeError, type Logger } from "@studio/kit/logger.js";

const RETRY_MS = 1_000;

/**
 * Listens for wake-ups in the background, trying again until it can: the database may start later than the gateway.
 * Meanwhile streams are woken at every attempt, so that whose access has ended is shut out.
 */
export function startWakeupListener(
  { url, natsUrl }: { url: string; natsUrl: string | undefined },
  wakeups: Wakeups,
  logger: Logger,
): { close(): Promise<void> } {
  const stopping = new AbortController();
  const listening = (async () => {
    let isKnown = false;
    while (!stopping.signal.aborted) {
      try {
        return await listenForWakeups(url, natsUrl, wakeups);
      } catch (error) {
        if (!isKnown) logger.warn(describeError(error), "no wake-ups yet; streams poll");
        isKnown = true;
        wakeups.notifyAll();
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

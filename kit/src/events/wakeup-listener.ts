import { setTimeout as sleep } from "node:timers/promises";
import { describeError, type Logger } from "../logger.js";
import { listenForWakeups } from "./wakeup-channel.js";
import type { WakeupHearer } from "./wakeup-sender.js";

const RETRY_MS = 1_000;

/**
 * Listens for wake-ups in the background, trying again until it can: the database, or NATS, may start later.
 * Meanwhile all are woken at every attempt, so that streams whose access has ended are shut out.
 */
export function startWakeupListener(
  { url, natsUrl }: { url: string; natsUrl: string | undefined },
  wakeups: WakeupHearer,
  logger: Logger,
): { close(): Promise<void> } {
  const stopping = new AbortController();
  const listening = (async () => {
    let isKnown = false;
    while (!stopping.signal.aborted) {
      try {
        return await listenForWakeups(url, natsUrl, wakeups);
      } catch (error) {
        if (!isKnown) logger.warn(describeError(error), "no wake-ups yet; readers poll");
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

import postgres from "postgres";
import { describeError, type Logger } from "../logger.js";
import type { Wakeups } from "./wakeups.js";

const CHANNEL = "studio_events";

/** What a listener says to itself to know that it still hears. No account has this id. */
const BEAT = "beat";
const BEAT_MS = 500;

/** Tells other processes that an account has new events. Sent after commit, so that no commit waits for it. */
export interface WakeupSender {
  wake(accountId: string): void;
  close(): Promise<void>;
}

/** Opens a sender. Hints for one account that come while one is on its way are joined into the next. */
export function openWakeupSender(url: string, logger: Logger): WakeupSender {
  const client = postgres(url, { max: 1, connect_timeout: 5, onnotice: () => {} });
  const pending = new Set<string>();
  let sending: Promise<void> | null = null;
  const drain = async () => {
    while (pending.size > 0) {
      const accounts = [...pending];
      pending.clear();
      try {
        await client`select pg_notify(${CHANNEL}, account) from unnest(${accounts}::text[]) as account`;
      } catch (error) {
        logger.warn(describeError(error), "wake-up not sent; readers will poll");
      }
    }
    sending = null;
  };
  return {
    wake(accountId) {
      pending.add(accountId);
      sending ??= drain();
    },
    async close() {
      await sending;
      await client.end({ timeout: 5 });
    },
  };
}

/**
 * Feeds hints from PostgreSQL into `wakeups`. After a lost connection everybody is woken, and so they are twice a second
 * while the listener does not hear itself: a connection may hang without being lost.
 */
export async function listenForWakeups(url: string, wakeups: Wakeups): Promise<{ close(): Promise<void> }> {
  const client = postgres(url, { max: 1, connect_timeout: 5, onnotice: () => {} });
  let hears = true;
  await client.listen(
    CHANNEL,
    (payload) => {
      if (payload === BEAT) hears = true;
      else wakeups.notify(payload);
    },
    () => wakeups.notifyAll(),
  );
  const beat = setInterval(() => {
    if (!hears) wakeups.notifyAll();
    hears = false;
    client.notify(CHANNEL, BEAT).catch(() => {});
  }, BEAT_MS);
  return {
    close: async () => {
      clearInterval(beat);
      await client.end({ timeout: 5 });
    },
  };
}

import postgres from "postgres";
import { describeError, type Logger } from "../logger.js";
import { listenToNats, openNatsSender } from "./nats-channel.js";
import type { WakeupSender } from "./wakeup-sender.js";
import type { WakeupHearer } from "./wakeup-sender.js";

const CHANNEL = "studio_events";

/** What a listener says to itself to know that it still hears. No account has this id. */
const BEAT = "beat";
const BEAT_MS = 500;

/** Opens a sender over NATS where the platform has one, else over PostgreSQL. */
export function openWakeupSender(url: string, natsUrl: string | undefined, logger: Logger): WakeupSender {
  return natsUrl === undefined ? openPostgresSender(url, logger) : openNatsSender(natsUrl, logger);
}

/**
 * Feeds hints into `wakeups`: from PostgreSQL, which also tells when somebody's standing changes, and from NATS where
 * the platform has one. After a lost connection everybody is woken.
 */
export async function listenForWakeups(
  url: string,
  natsUrl: string | undefined,
  wakeups: WakeupHearer,
): Promise<{ close(): Promise<void> }> {
  await using opened = new AsyncDisposableStack();
  for (const open of [() => listenToPostgres(url, wakeups), () => natsUrl && listenToNats(natsUrl, wakeups)]) {
    const listener = await open();
    if (listener) opened.defer(() => listener.close());
  }
  const listeners = opened.move();
  return { close: () => listeners.disposeAsync() };
}

/** Hints for one account that come while one is on its way are joined into the next. */
function openPostgresSender(url: string, logger: Logger): WakeupSender {
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
async function listenToPostgres(url: string, wakeups: WakeupHearer): Promise<{ close(): Promise<void> }> {
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

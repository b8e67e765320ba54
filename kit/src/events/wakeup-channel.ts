import postgres from "postgres";
import { describeError, type Logger } from "../logger.js";
import { listenToNats, openNatsSender } from "./nats-channel.js";
import type { WakeupSender } from "./wakeup-sender.js";
import type { WakeupHearer } from "./wakeup-sender.js";

const CHANNEL = "studio_events";

/** Opens a sender over NATS where the platform has one, else over PostgreSQL. */
export function openWakeupSender(url: string, natsUrl: string | undefined, logger: Logger): WakeupSender {
  return natsUrl === undefined ? openPostgresSender(url, logger) : openNatsSender(natsUrl, logger);
}

/** Feeds hints into `wakeups`, by the road on which they are sent. After a lost connection everybody is woken. */
export function listenForWakeups(
  url: string,
  natsUrl: string | undefined,
  wakeups: WakeupHearer,
): Promise<{ close(): Promise<void> }> {
  return natsUrl === undefined ? listenToPostgres(url, wakeups) : listenToNats(natsUrl, wakeups);
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

async function listenToPostgres(url: string, wakeups: WakeupHearer): Promise<{ close(): Promise<void> }> {
  const client = postgres(url, { max: 1, connect_timeout: 5, onnotice: () => {} });
  await client.listen(
    CHANNEL,
    (accountId) => wakeups.notify(accountId),
    () => wakeups.notifyAll(),
  );
  return { close: () => client.end({ timeout: 5 }) };
}

import { secondMs } from "@studio/kit/clock.js";
import { startWakeupListener } from "@studio/kit/events/wakeup-listener.js";
import type { Logger } from "@studio/kit/logger.js";
import { OutboundClient } from "@studio/kit/outbound/outbound-client.js";
import { WEBHOOK_DISABLED_MAIL } from "../mail/webhook-disabled-mail.job.js";
import type { IdentityServices } from "../services.js";
import { WebhookDispatcher } from "./webhook-dispatcher.js";

/** Standard Webhooks asks senders to wait 15 to 30 seconds. */
const TIMEOUT_MS = 15 * secondMs;
const MAX_RESPONSE_BYTES = 2048;

/** Opens the way to customers' endpoints. @param allowLoopback for development and tests only */
export function openOutbound(allowLoopback: boolean): OutboundClient {
  return new OutboundClient({ allowLoopback, timeoutMs: TIMEOUT_MS, maxResponseBytes: MAX_RESPONSE_BYTES });
}

/** Sends what happens to the accounts' endpoints, until it is stopped. Wake-ups only hasten it. */
export function startWebhooks(
  services: IdentityServices,
  { url, natsUrl, logger }: { url: string; natsUrl: string | undefined; logger: Logger },
): { stop(): Promise<void> } {
  const { jobs, keys, webhooks } = services;
  const dispatcher = new WebhookDispatcher(
    {
      ...services,
      ...webhooks,
      seal: keys.webhookSeal,
      giveNotice: (tx, { accountId, id: endpointId, version }) =>
        jobs.enqueue(tx, WEBHOOK_DISABLED_MAIL, { accountId, endpointId, version }),
    },
    logger,
  );
  dispatcher.start();
  const listener = startWakeupListener({ url, natsUrl }, dispatcher, logger);
  return {
    stop: async () => {
      await listener.close();
      await dispatcher.stop();
      await webhooks.outbound.close();
    },
  };
}

/** The queue of notices that an endpoint is not sent events any more. A job holds ids only. */
export const WEBHOOK_DISABLED_MAIL = "webhook-disabled-mail";

export interface WebhookDisabledMailJob {
  accountId: string;
  endpointId: string;
  /** When it was disabled, so that each time is told once. */
  version: number;
}

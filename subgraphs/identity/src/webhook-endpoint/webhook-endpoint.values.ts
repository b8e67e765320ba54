/** Where an endpoint is in its life. */
export const WEBHOOK_STATUSES = ["active", "paused", "disabled"] as const;

export type WebhookStatus = (typeof WEBHOOK_STATUSES)[number];

/** Why the platform stopped sending. */
export type WebhookDisabledReason = "gone" | "failing";

/** What a payload query may be let to read, as an integration of the account. */
export const WEBHOOK_SCOPES = ["contacts:read", "photos:read"] as const;

export type WebhookScope = (typeof WEBHOOK_SCOPES)[number];

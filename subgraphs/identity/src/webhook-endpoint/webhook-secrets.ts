import { open, seal } from "@studio/kit/crypto/seal.js";
import { newSigningKey, newWebhookSecret, type WebhookKeys } from "../webhook-delivery/sign-webhook.js";
import type { WebhookEndpointRow } from "./webhook-endpoint.repository.js";

/** An endpoint's new secret: shown once, and sealed. */
export interface NewSecret {
  secret: string;
  sealed: Buffer;
}

const contextOf = (accountId: string, id: string) => `webhook:${accountId}:${id}`;

export function sealNewSecret(key: Uint8Array, accountId: string, id: string): NewSecret {
  const secret = newWebhookSecret();
  return { secret, sealed: seal(key, secret, contextOf(accountId, id)) };
}

export function sealNewSigningKey(key: Uint8Array, accountId: string, id: string) {
  const { signingKey, publicKey } = newSigningKey();
  return { signingKeySealed: seal(key, signingKey, contextOf(accountId, id)), publicKey };
}

/** What signs an endpoint's deliveries at this moment: also the secret before the last rotation, until it ends. */
export function openWebhookKeys(key: Uint8Array, endpoint: WebhookEndpointRow, now: Date): WebhookKeys {
  const { accountId, id, secretSealed, previousSecretSealed, previousSecretUntil, signingKeySealed } = endpoint;
  const opened = (sealed: Buffer) => open(key, sealed, contextOf(accountId, id));
  const isTwo = previousSecretSealed !== null && previousSecretUntil !== null && previousSecretUntil > now;
  const sealed = isTwo ? [secretSealed, previousSecretSealed] : [secretSealed];
  return { secrets: sealed.map((one) => opened(one).toString("utf8")), signingKey: opened(signingKeySealed) };
}

import { createPrivateKey, generateKeyPairSync, randomBytes, sign } from "node:crypto";
import { Webhook } from "standardwebhooks";

/** What signs an endpoint's deliveries: every secret that is valid now, and its Ed25519 key. */
export interface WebhookKeys {
  /** `whsec_` and base64, the newest first. */
  secrets: readonly string[];
  /** PKCS #8, DER. */
  signingKey: Buffer;
}

/** A new symmetric secret, as Standard Webhooks writes it. */
export function newWebhookSecret(): string {
  return `whsec_${randomBytes(32).toString("base64")}`;
}

/** A new Ed25519 key pair: the private key to seal, and the public one as Standard Webhooks writes it. */
export function newSigningKey(): { signingKey: Buffer; publicKey: string } {
  const { privateKey, publicKey } = generateKeyPairSync("ed25519");
  const raw = publicKey.export({ format: "jwk" }).x!;
  return {
    signingKey: privateKey.export({ format: "der", type: "pkcs8" }),
    publicKey: `whpk_${Buffer.from(raw, "base64url").toString("base64")}`,
  };
}

/**
 * The headers of a delivery (Standard Webhooks 1.0): a `v1` signature for each valid secret, so that receivers may
 * rotate at leisure, and one `v1a` by Ed25519 for those who should hold no secret.
 */
export function signWebhook(keys: WebhookKeys, id: string, at: Date, body: string): Record<string, string> {
  const timestamp = Math.floor(at.getTime() / 1000);
  const symmetric = keys.secrets.map((secret) => new Webhook(secret).sign(id, at, body));
  const key = createPrivateKey({ key: keys.signingKey, format: "der", type: "pkcs8" });
  const asymmetric = sign(null, Buffer.from(`${id}.${timestamp}.${body}`), key).toString("base64");
  return {
    "webhook-id": id,
    "webhook-timestamp": String(timestamp),
    "webhook-signature": [...symmetric, `v1a,${asymmetric}`].join(" "),
  };
}

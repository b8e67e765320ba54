import { newAccountToken, parseAccountToken } from "@studio/kit/auth/account-token.js";
import { minuteMs } from "@studio/kit/clock.js";
import { blindIndex } from "@studio/kit/crypto/seal.js";
import { sameDigest } from "@studio/kit/crypto/secret-token.js";

/** Stands for an endpoint that is only being tried: it may read nothing. */
export const NO_ENDPOINT = "00000000-0000-0000-0000-000000000000";

const LIFE_MS = 5 * minuteMs;
const ID_BYTES = 16;
const MAC_BYTES = 16;

/**
 * A credential with which the platform reads the graph as one of an account's endpoints. Nobody is given it; it is good
 * for five to ten minutes, and only while the endpoint is in use.
 */
export function newWebhookToken(key: Uint8Array, accountId: string, endpointId: string, now: Date): string {
  const id = Buffer.from(endpointId.replaceAll("-", ""), "hex");
  const secret = Buffer.concat([id, mac(key, accountId, endpointId, period(now))]);
  return newAccountToken("we", accountId, secret.toString("base64url"));
}

/** Whose token it is, or null if it is none that is good now. */
export function readWebhookToken(
  key: Uint8Array,
  token: string,
  now: Date,
): { accountId: string; endpointId: string } | null {
  const parsed = parseAccountToken(token);
  if (parsed?.prefix !== "we") return null;
  const secret = Buffer.from(token.slice(-43), "base64url");
  const hex = secret.subarray(0, ID_BYTES).toString("hex");
  const endpointId = hex.replace(/^(.{8})(.{4})(.{4})(.{4})(.{12})$/, "$1-$2-$3-$4-$5");
  const { accountId } = parsed;
  const shown = secret.subarray(ID_BYTES);
  const isGood = [period(now), period(now) - 1].some((one) => sameDigest(shown, mac(key, accountId, endpointId, one)));
  return isGood ? { accountId, endpointId } : null;
}

function period(now: Date): number {
  return Math.floor(now.getTime() / LIFE_MS);
}

function mac(key: Uint8Array, accountId: string, endpointId: string, at: number): Buffer {
  return blindIndex(key, `${accountId}|${endpointId}|${at}`).subarray(0, MAC_BYTES);
}

import { randomBytes, scrypt as scryptCallback, timingSafeEqual, type ScryptOptions } from "node:crypto";
import { promisify } from "node:util";

const scrypt = promisify<string, Buffer, number, ScryptOptions, Buffer>(scryptCallback);

const SALT_BYTES = 16;
const DIGEST_BYTES = 32;
/** OWASP's minimum for scrypt, at 32 MiB and some 100 ms a guess. */
const COST = { N: 2 ** 15, r: 8, p: 3, maxmem: 64 * 1024 * 1024 };

/** What is kept of a PIN: a salt, and its scrypt digest (RFC 7914). */
export async function hashPin(pin: string): Promise<Buffer> {
  const salt = randomBytes(SALT_BYTES);
  return Buffer.concat([salt, await scrypt(pin, salt, DIGEST_BYTES, COST)]);
}

/** Whether a PIN is the one that was hashed. */
export async function isPin(pin: string, kept: Uint8Array): Promise<boolean> {
  const salt = Buffer.from(kept.subarray(0, SALT_BYTES));
  return timingSafeEqual(await scrypt(pin, salt, DIGEST_BYTES, COST), kept.subarray(SALT_BYTES));
}

import { createCipheriv, createDecipheriv, createHmac, hkdfSync, randomBytes } from "node:crypto";

const VERSION = 1;
export const IV_BYTES = 12;
const TAG_BYTES = 16;

/** Thrown when sealed bytes do not open: the wrong key, another context, or a changed byte. */
export class SealBroken extends Error {
  override name = "SealBroken";
  constructor() {
    super("These bytes do not open with this key and context.");
  }
}

/** A new random 256-bit key. */
export function newKey(): Buffer {
  return randomBytes(32);
}

/**
 * Seals bytes with AES-256-GCM (NIST SP 800-38D, P28).
 * @param context associated data: where the value belongs; it opens nowhere else
 * @param iv the nonce, 12 bytes, never the same for two texts; random unless given
 * @returns version (1 byte), nonce (12), tag (16), ciphertext
 */
export function seal(
  key: Uint8Array,
  plain: Uint8Array | string,
  context: string,
  iv: Uint8Array = randomBytes(IV_BYTES),
): Buffer {
  const cipher = createCipheriv("aes-256-gcm", key, iv);
  cipher.setAAD(Buffer.from(context));
  const body = Buffer.concat([
    typeof plain === "string" ? cipher.update(plain, "utf8") : cipher.update(plain),
    cipher.final(),
  ]);
  return Buffer.concat([Buffer.of(VERSION), iv, cipher.getAuthTag(), body]);
}

/**
 * Opens what `seal` made.
 * @throws SealBroken for a wrong key, another context or a changed byte
 */
export function open(key: Uint8Array, sealed: Uint8Array, context: string): Buffer {
  const bytes = Buffer.from(sealed.buffer, sealed.byteOffset, sealed.byteLength);
  if (bytes.length < 1 + IV_BYTES + TAG_BYTES || bytes[0] !== VERSION) throw new SealBroken();
  const iv = bytes.subarray(1, 1 + IV_BYTES);
  const tag = bytes.subarray(1 + IV_BYTES, 1 + IV_BYTES + TAG_BYTES);
  try {
    const decipher = createDecipheriv("aes-256-gcm", key, iv, { authTagLength: TAG_BYTES });
    decipher.setAAD(Buffer.from(context));
    decipher.setAuthTag(tag);
    return Buffer.concat([decipher.update(bytes.subarray(1 + IV_BYTES + TAG_BYTES)), decipher.final()]);
  } catch {
    throw new SealBroken();
  }
}

/** A key for one purpose, derived from the master key by HKDF-SHA-256 (RFC 5869). */
export function deriveKey(master: Uint8Array, purpose: string): Buffer {
  return Buffer.from(hkdfSync("sha256", master, Buffer.alloc(0), purpose, 32));
}

/** A keyed digest by which a sealed value can be found when it is known exactly (HMAC-SHA-256, 32 bytes). */
export function blindIndex(key: Uint8Array, value: string): Buffer {
  return createHmac("sha256", key).update(value).digest();
}

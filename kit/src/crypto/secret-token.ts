import { createHash, randomBytes, timingSafeEqual } from "node:crypto";

/** A secret of 256 random bits as base64url: what a person or program holds. */
export function newSecret(): string {
  return randomBytes(32).toString("base64url");
}

/** What is kept of a secret: its SHA-256. A secret of 256 random bits needs no salt or stretching. */
export function hashSecret(secret: string): Buffer {
  return createHash("sha256").update(secret).digest();
}

/** Compares two digests in constant time. */
export function sameDigest(left: Uint8Array, right: Uint8Array): boolean {
  return left.length === right.length && timingSafeEqual(left, right);
}

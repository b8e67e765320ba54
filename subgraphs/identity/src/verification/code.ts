import { randomInt } from "node:crypto";
import { blindIndex, open, seal } from "@studio/kit/crypto/seal.js";
import { sameDigest } from "@studio/kit/crypto/secret-token.js";
import type { IdentityKeys } from "../services.js";

/** Where a code belongs: its digest and its seal fit no other verification. */
interface Place {
  accountId: string;
  id: string;
}

/** Six random digits. */
export function newCode(): string {
  return String(randomInt(1_000_000)).padStart(6, "0");
}

export function digestCode(keys: IdentityKeys, place: Place, code: string): Buffer {
  return blindIndex(keys.codeDigest, `${contextOf(place)}:${code}`);
}

export function isCode(keys: IdentityKeys, place: Place, code: string, digest: Uint8Array): boolean {
  return sameDigest(digestCode(keys, place, code.replaceAll(/\s/g, "")), digest);
}

export function sealCode(keys: IdentityKeys, place: Place, code: string): Buffer {
  return seal(keys.codeSeal, code, contextOf(place));
}

/** @throws SealBroken if it was sealed for another verification */
export function openCode(keys: IdentityKeys, place: Place, sealed: Uint8Array): string {
  return open(keys.codeSeal, sealed, contextOf(place)).toString("utf8");
}

function contextOf({ accountId, id }: Place): string {
  return `verification:${accountId}:${id}`;
}

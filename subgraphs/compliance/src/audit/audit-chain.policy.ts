import { createHash } from "node:crypto";

/** A place in a chain: how many entries lead to it, and the digest over all of them (32 bytes). */
export interface ChainPlace {
  position: number;
  digest: Uint8Array;
}

/** An entry as stored: its place, and the text that its digest covers. */
export interface ChainLink extends ChainPlace {
  text: string;
}

/** Before the first entry. */
export const CHAIN_START: ChainPlace = { position: 0, digest: new Uint8Array(32) };

/** The digest of an entry: SHA-256 (FIPS 180-4) over the previous digest and the entry's text in UTF-8. */
export function linkDigest(previous: Uint8Array, text: string): Buffer {
  return createHash("sha256").update(previous).update(text, "utf8").digest();
}

/** Follows a chain as far as it holds. `brokenAt` is the first position that is not as it was written. */
export function followChain(
  from: ChainPlace,
  links: readonly ChainLink[],
): { reached: ChainPlace; brokenAt: number | null } {
  let reached = from;
  for (const link of links) {
    const expected = reached.position + 1;
    const holds = link.position === expected && linkDigest(reached.digest, link.text).equals(link.digest);
    if (!holds) return { reached, brokenAt: expected };
    reached = { position: link.position, digest: link.digest };
  }
  return { reached, brokenAt: null };
}

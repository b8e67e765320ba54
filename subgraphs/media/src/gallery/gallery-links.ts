import { createHmac } from "node:crypto";
import { after, hourMs, type Clock } from "@studio/kit/clock.js";
import { deriveKey } from "@studio/kit/crypto/seal.js";
import { hashSecret, newSecret } from "@studio/kit/crypto/secret-token.js";
import { addressBlock } from "@studio/kit/server/address-block.js";
import { SignedTokens, TokenRefused } from "../signed-tokens.js";
import type { GalleryRow } from "./gallery.table.js";

const PASS_MS = hourMs;
const ACCOUNT_CHARS = 22;

interface Pass {
  galleryId: string;
  /** The PIN that was shown, as it is kept: a pass ends when the PIN is another one. */
  pin: string;
}

/** Makes and reads what opens galleries: links `<publicUrl>/galleries/<token>`, and passes for a PIN that was shown. */
export class GalleryLinks {
  readonly #passes: SignedTokens<Pass>;
  readonly #addressKey: Buffer;

  constructor(
    masterKey: Uint8Array,
    private readonly publicUrl: string,
    private readonly clock: Clock,
  ) {
    this.#passes = new SignedTokens(deriveKey(masterKey, "gallery-passes"), clock);
    this.#addressKey = deriveKey(masterKey, "gallery-addresses");
  }

  /** A new link with 256 random bits, and the digest that is kept of it. The link names its account. */
  newLink(accountId: string): { url: string; digest: Buffer } {
    const account = Buffer.from(accountId.replaceAll("-", ""), "hex").toString("base64url");
    const token = account + newSecret();
    return { url: new URL(`/galleries/${token}`, this.publicUrl).href, digest: hashSecret(token) };
  }

  /** Where a link's gallery is looked for, or null if it is none. */
  read(token: string): { accountId: string; digest: Buffer } | null {
    if (!/^[A-Za-z0-9_-]{65}$/.test(token)) return null;
    const hex = Buffer.from(token.slice(0, ACCOUNT_CHARS), "base64url").toString("hex");
    const accountId = hex.replace(/^(.{8})(.{4})(.{4})(.{4})(.{12})$/, "$1-$2-$3-$4-$5");
    return { accountId, digest: hashSecret(token) };
  }

  /** A pass for whoever showed the PIN: it works for an hour. */
  newPass({ id, pinDigest }: GalleryRow): { pass: string; expiresAt: Date } {
    const expiresAt = after(this.clock.now(), PASS_MS);
    return { pass: this.#passes.sign({ galleryId: id, pin: keptPin(pinDigest) }, expiresAt), expiresAt };
  }

  /** Whether a pass opens the gallery; without a PIN nothing is needed. */
  admits({ id, pinDigest }: GalleryRow, pass: string | null): boolean {
    if (pinDigest === null) return true;
    if (pass === null) return false;
    try {
      const { galleryId, pin } = this.#passes.read(pass);
      return galleryId === id && pin === keptPin(pinDigest);
    } catch (error) {
      if (error instanceof TokenRefused) return false;
      throw error;
    }
  }

  /** An address as it is counted, with its neighbours at one site: nobody reads it back, and no two galleries count the same. */
  addressDigest({ id }: GalleryRow, address: string): string {
    return createHmac("sha256", this.#addressKey)
      .update(`${id}:${addressBlock(address)}`)
      .digest("base64url");
  }
}

function keptPin(pinDigest: Uint8Array | null): string {
  return createHmac("sha256", "gallery-pass")
    .update(pinDigest ?? "")
    .digest("base64url");
}

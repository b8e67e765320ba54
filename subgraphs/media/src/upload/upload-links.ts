import { after, hourMs, minuteMs, type Clock } from "@studio/kit/clock.js";
import { deriveKey } from "@studio/kit/crypto/seal.js";
import { SignedTokens } from "../signed-tokens.js";

/**
 * How the bytes of an upload come in: `whole` in one request, `resumable` by the tus protocol, or `direct` to the
 * bucket, of which the platform is told afterwards.
 */
export type UploadWay = "whole" | "resumable" | "direct";

/** A resumable upload is kept for a day. A file that was sent to the bucket in time may be announced a little later. */
const LIFETIMES_MS: Record<UploadWay, number> = {
  whole: 15 * minuteMs,
  direct: hourMs,
  resumable: 24 * hourMs,
};

/** What an upload link is bound to. The session is that of the contact who asked for it. */
export interface UploadGrant {
  accountId: string;
  contactId: string;
  photoId: string;
  sessionId: string;
  contentType: string;
  bytes: number;
  /** SHA-256 of the file in hexadecimal, if the client announced it. */
  sha256: string | null;
  way: UploadWay;
}

/** Makes and reads the links by which originals come in: `<publicUrl>/uploads/<token>`. */
export class UploadLinks {
  private readonly tokens: SignedTokens<UploadGrant>;

  constructor(
    masterKey: Uint8Array,
    private readonly publicUrl: string,
    private readonly clock: Clock,
  ) {
    this.tokens = new SignedTokens(deriveKey(masterKey, "upload-links"), clock);
  }

  expiry(way: UploadWay): Date {
    return after(this.clock.now(), LIFETIMES_MS[way]);
  }

  urlFor(grant: UploadGrant, expiresAt: Date): string {
    return new URL(`/uploads/${this.tokens.sign(grant, expiresAt)}`, this.publicUrl).href;
  }

  /** @throws TokenRefused */
  read(token: string): UploadGrant {
    return this.tokens.read(token);
  }
}

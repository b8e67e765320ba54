import { after, minuteMs, type Clock } from "@studio/kit/clock.js";
import { deriveKey } from "@studio/kit/crypto/seal.js";
import { SignedTokens } from "../signed-tokens.js";

const LIFETIME_MS = 15 * minuteMs;

/** What an upload link is bound to. The session is that of the contact who asked for it. */
export interface UploadGrant {
  accountId: string;
  photoId: string;
  sessionId: string;
  contentType: string;
  bytes: number;
}

/** Makes and reads the links by which originals come in: `PUT <publicUrl>/uploads/<token>`, for 15 minutes. */
export class UploadLinks {
  private readonly tokens: SignedTokens<UploadGrant>;

  constructor(
    masterKey: Uint8Array,
    private readonly publicUrl: string,
    private readonly clock: Clock,
  ) {
    this.tokens = new SignedTokens(deriveKey(masterKey, "upload-links"), clock);
  }

  expiry(): Date {
    return after(this.clock.now(), LIFETIME_MS);
  }

  urlFor(grant: UploadGrant, expiresAt: Date): string {
    return new URL(`/uploads/${this.tokens.sign(grant, expiresAt)}`, this.publicUrl).href;
  }

  /** @throws TokenRefused */
  read(token: string): UploadGrant {
    return this.tokens.read(token);
  }
}

import { hourMs, minuteMs, type Clock } from "@studio/kit/clock.js";
import { deriveKey } from "@studio/kit/crypto/seal.js";
import { SignedTokens } from "../signed-tokens.js";

const LIFETIME_MS = hourMs;
/** Links made within this time of each other are the same, so that a browser's cache serves the next visit. */
const STABLE_MS = 5 * minuteMs;

/** Which picture a link shows: the original, or the derivative with this digest. */
export interface PhotoGrant {
  accountId: string;
  photoId: string;
  version: "original" | { digest: string };
}

/** Makes and reads the links by which pictures go out: `GET <publicUrl>/photos/<token>`, for an hour at most. */
export class PhotoLinks {
  private readonly tokens: SignedTokens<PhotoGrant>;

  constructor(
    masterKey: Uint8Array,
    private readonly publicUrl: string,
    private readonly clock: Clock,
  ) {
    this.tokens = new SignedTokens(deriveKey(masterKey, "photo-links"), clock);
  }

  linkTo(grant: PhotoGrant): { url: string; expiresAt: Date } {
    const now = this.clock.now().getTime();
    const expiresAt = new Date(now - (now % STABLE_MS) + LIFETIME_MS);
    return { url: new URL(`/photos/${this.tokens.sign(grant, expiresAt)}`, this.publicUrl).href, expiresAt };
  }

  /** @throws TokenRefused */
  read(token: string): PhotoGrant {
    return this.tokens.read(token);
  }
}

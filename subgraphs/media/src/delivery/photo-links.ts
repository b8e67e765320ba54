import { hourMs, minuteMs, type Clock } from "@studio/kit/clock.js";
import { deriveKey } from "@studio/kit/crypto/seal.js";
import { SignedTokens } from "../signed-tokens.js";
import type { LinkAudience } from "./link-audience.js";

const LIFETIME_MS = hourMs;
/** Links made within this time of each other are the same, so that a browser's cache serves the next visit. */
const STABLE_MS = 5 * minuteMs;

/** Which picture a link shows, and to whom: the original, the version with this digest, or the one by this recipe. */
export interface PhotoGrant {
  accountId: string;
  photoId: string;
  version: "original" | { digest: string } | { recipeHash: string };
  for: LinkAudience;
}

interface Claims extends PhotoGrant {
  /** When the link ends, in milliseconds. */
  until: number;
}

/** Makes and reads the links by which pictures go out: `GET <publicUrl>/photos/<token>`, for an hour at most (P09). */
export class PhotoLinks {
  private readonly tokens: SignedTokens<Claims>;

  constructor(
    masterKey: Uint8Array,
    private readonly publicUrl: string,
    private readonly clock: Clock,
  ) {
    this.tokens = new SignedTokens(deriveKey(masterKey, "photo-links-by-audience"), clock);
  }

  linkTo(grant: PhotoGrant): { url: string; expiresAt: Date } {
    const now = this.clock.now().getTime();
    const expiresAt = new Date(now - (now % STABLE_MS) + LIFETIME_MS);
    const token = this.tokens.sign({ ...grant, until: expiresAt.getTime() }, expiresAt);
    return { url: new URL(`/photos/${token}`, this.publicUrl).href, expiresAt };
  }

  /** What a link grants, and for how many seconds from now. @throws TokenRefused */
  read(token: string): { grant: PhotoGrant; secondsLeft: number } {
    const { until, ...grant } = this.tokens.read(token);
    return { grant, secondsLeft: Math.floor((until - this.clock.now().getTime()) / 1_000) };
  }
}

import { actorId, type Viewer } from "@studio/kit/auth/viewer.js";
import type { Clock } from "@studio/kit/clock.js";

export interface ThrottleSettings {
  /** The most points that a viewer can have, and so the most that one operation may cost. */
  maximum: number;
  /** How many points come back each second. */
  restoreRate: number;
}

/** What a client is told of its throttle. */
export interface ThrottleStatus {
  maximumAvailable: number;
  currentlyAvailable: number;
  restoreRate: number;
}

interface Bucket {
  available: number;
  at: number;
}

/** Viewers whose points this process remembers; the one not seen for longest is forgotten, and begins with all. */
const REMEMBERED = 10_000;

/**
 * A leaky bucket of cost points for each viewer, in this process's memory: with several gateways each allows as much.
 * Anonymous viewers have none, since one would exhaust it for all.
 */
export class CostThrottle {
  readonly #buckets = new Map<string, Bucket>();
  readonly #settings: ThrottleSettings;
  readonly #clock: Clock;

  constructor(settings: ThrottleSettings, clock: Clock) {
    this.#settings = settings;
    this.#clock = clock;
  }

  /** Takes points. @returns false, and takes none, if the viewer has too few */
  take(viewer: Viewer, points: number): boolean {
    const bucket = this.#bucketOf(viewer);
    if (bucket === null) return points <= this.#settings.maximum;
    if (bucket.available < points) return false;
    bucket.available -= points;
    return true;
  }

  /** Gives back what an operation was thought to cost and did not. */
  giveBack(viewer: Viewer, points: number): void {
    const bucket = this.#bucketOf(viewer);
    if (bucket !== null) bucket.available = Math.min(this.#settings.maximum, bucket.available + Math.max(0, points));
  }

  /** Null for an anonymous viewer. */
  status(viewer: Viewer): ThrottleStatus | null {
    const bucket = this.#bucketOf(viewer);
    if (bucket === null) return null;
    const { maximum, restoreRate } = this.#settings;
    return { maximumAvailable: maximum, currentlyAvailable: Math.floor(bucket.available), restoreRate };
  }

  #bucketOf(viewer: Viewer): Bucket | null {
    if (viewer.kind === "anonymous") return null;
    const key = `${viewer.accountId}|${viewer.kind}|${actorId(viewer)}`;
    const now = this.#clock.now().getTime();
    const { maximum, restoreRate } = this.#settings;
    const known = this.#buckets.get(key) ?? { available: maximum, at: now };
    known.available = Math.min(maximum, known.available + (Math.max(0, now - known.at) / 1000) * restoreRate);
    known.at = now;
    // Set anew, so that the map's first key is the one not seen for longest.
    this.#buckets.delete(key);
    this.#buckets.set(key, known);
    if (this.#buckets.size > REMEMBERED) this.#buckets.delete(this.#buckets.keys().next().value!);
    return known;
  }
}

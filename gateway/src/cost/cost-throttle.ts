import { actorId, type Viewer } from "@studio/kit/auth/viewer.js";
import type { Clock } from "@studio/kit/clock.js";

export interface ThrottleSettings {
  /** The most points that a viewer can have, and so the most that one operation may cost. */
  maximum: number;
  /** How many points come back each second. */
  restoreRate: number;
  /** The most points of all who ask from one address without a credential. Restored in the same time as `maximum`. */
  anonymousMaximum: number;
}

/** Who asks; an anonymous viewer is told apart by the address. */
export interface Caller {
  viewer: Viewer;
  address?: string | undefined;
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

/** Callers whose points this process remembers; the one not seen for longest is forgotten, and begins with all. */
const REMEMBERED = 10_000;

/**
 * A leaky bucket of cost points for each viewer, and for each address that asks without a credential, in this process's
 * memory: with several gateways each allows as much.
 */
export class CostThrottle {
  readonly #buckets = new Map<string, Bucket>();
  readonly #settings: ThrottleSettings;
  readonly #clock: Clock;

  constructor(settings: ThrottleSettings, clock: Clock) {
    this.#settings = settings;
    this.#clock = clock;
  }

  /** Takes points. @returns false, and takes none, if too few are left */
  take(caller: Caller, points: number): boolean {
    const bucket = this.#bucketOf(caller);
    if (bucket.available < points) return false;
    bucket.available -= points;
    return true;
  }

  /** Gives back what an operation did not cost of what was thought, or takes what it cost beyond, if need be on credit. */
  settle(caller: Caller, requested: number, actual: number): void {
    const bucket = this.#bucketOf(caller);
    bucket.available = Math.min(this.#pace(caller).maximum, bucket.available + requested - actual);
  }

  status(caller: Caller): ThrottleStatus {
    const { maximum, restoreRate } = this.#pace(caller);
    const currentlyAvailable = Math.max(0, Math.floor(this.#bucketOf(caller).available));
    return { maximumAvailable: maximum, currentlyAvailable, restoreRate };
  }

  #pace({ viewer }: Caller): { maximum: number; restoreRate: number } {
    const { maximum, restoreRate, anonymousMaximum } = this.#settings;
    if (viewer.kind !== "anonymous") return { maximum, restoreRate };
    return { maximum: anonymousMaximum, restoreRate: (restoreRate * anonymousMaximum) / maximum };
  }

  #bucketOf(caller: Caller): Bucket {
    const key = keyOf(caller);
    const now = this.#clock.now().getTime();
    const { maximum, restoreRate } = this.#pace(caller);
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

function keyOf({ viewer, address = "" }: Caller): string {
  if (viewer.kind === "anonymous") return `anonymous|${address}`;
  return `${viewer.accountId}|${viewer.kind}|${actorId(viewer)}`;
}

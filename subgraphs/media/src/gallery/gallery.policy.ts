import { dayMs } from "@studio/kit/clock.js";

/** Where a gallery is in its life: it is locked by staff, and expires by itself. */
export type GalleryState = "open" | "locked" | "expired";

/** The state at a moment. */
export function stateOf({ lockedAt, expiresAt }: { lockedAt: Date | null; expiresAt: Date }, at: Date): GalleryState {
  if (expiresAt <= at) return "expired";
  return lockedAt === null ? "open" : "locked";
}

/** The most submissions that a gallery of a selection shows. */
export const MAX_SELECTED = 1_000;
const MAX_LIFE_MS = 366 * dayMs;

const PIN = /^[0-9A-Za-z]{6,32}$/;
const CONTROL = /[\p{Cc}\p{Cs}]/u;

/** What a new gallery is made of and can be wrong. */
export interface GalleryFacts {
  name: string;
  pin: string | null;
  expiresAt: Date;
  /** How many submissions are named; null for the whole studio. */
  selected: number | null;
}

/** The first thing that is wrong with a new gallery, as its place in the input, or null. */
export function refuseGallery(
  { name, pin, expiresAt, selected }: GalleryFacts,
  now: Date,
): keyof typeof MESSAGES | null {
  const length = name.trim().length;
  if (length < 1 || length > 100 || CONTROL.test(name)) return "name";
  if (pin !== null && !PIN.test(pin)) return "pin";
  if (expiresAt <= now || expiresAt.getTime() > now.getTime() + MAX_LIFE_MS) return "expiresAt";
  return selected !== null && (selected < 1 || selected > MAX_SELECTED) ? "submissionIds" : null;
}

/** What to say of each. */
export const MESSAGES = {
  name: "A gallery's name has 1 to 100 characters on one line.",
  pin: "A PIN has 6 to 32 letters and digits.",
  expiresAt: "A gallery expires in the future, within a year.",
  submissionIds: `Name 1 to ${MAX_SELECTED} submissions of the studio, or leave them out for all of it.`,
} as const;

/** Where a studio is in its life. */
export const STUDIO_STATUSES = ["draft", "published", "paused", "archived"] as const;
export type StudioStatus = (typeof STUDIO_STATUSES)[number];

/** Who may come in. */
export const STUDIO_ACCESSES = ["public", "private"] as const;
export type StudioAccess = (typeof STUDIO_ACCESSES)[number];

/** Who says whether a submission is good. */
export const REVIEW_MODES = ["automatic", "by_admin"] as const;
export type ReviewMode = (typeof REVIEW_MODES)[number];

/** How much a studio takes in, and when; null where there is no limit. */
export interface StudioLimits {
  /** How many submissions may stand at once, all contacts together. */
  capacity: number | null;
  /** How many submissions of one contact may stand at once. */
  submissionsPerContact: number | null;
  /** From when on photos are taken in. */
  opensAt: Date | null;
  /** Until when, not included. */
  closesAt: Date | null;
}

/** How a picture comes to its size: cut to fill it, or shown whole within it. */
export const RECIPE_FITS = ["crop", "inside"] as const;
export type RecipeFit = (typeof RECIPE_FITS)[number];

export const RECIPE_FORMATS = ["jpeg", "webp", "png"] as const;
export type RecipeFormat = (typeof RECIPE_FORMATS)[number];

/** How the studio wants its headshots. */
export interface Recipe {
  /** Pixels. */
  width: number;
  /** Pixels. */
  height: number;
  fit: RecipeFit;
  format: RecipeFormat;
  /** 1 to 100; PNG ignores it. */
  quality: number;
  /** `#rrggbb` in lower case, or `transparent`. */
  backdrop: string;
}

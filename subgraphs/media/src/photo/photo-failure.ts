/** Why an accepted original could not become a headshot. */
export const PHOTO_FAILURES = [
  "UNREADABLE",
  "BACKGROUND_REMOVAL_FAILED",
  "STUDIO_NOT_SET_UP",
  "PROCESSING_RESTRICTED",
  "CONTACT_ERASED",
  "INTERRUPTED",
] as const;

export type PhotoFailure = (typeof PHOTO_FAILURES)[number];

/** Why an accepted original could not become a headshot. */
export const PHOTO_FAILURES = [
  "UNREADABLE",
  "BACKGROUND_REMOVAL_FAILED",
  "STUDIO_NOT_SET_UP",
  "PROCESSING_RESTRICTED",
  "CONTACT_ERASED",
  "INTERRUPTED",
  "BYTES_LOST",
] as const;

export type PhotoFailure = (typeof PHOTO_FAILURES)[number];

/** Thrown where a photo cannot become a headshot, however often it is tried. */
export class PhotoFailed extends Error {
  override name = "PhotoFailed";
  constructor(readonly code: PhotoFailure) {
    super(code);
  }
}

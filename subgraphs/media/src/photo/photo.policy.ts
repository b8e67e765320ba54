import { MAX_IMAGE_BYTES } from "../imaging/inspect-image.js";

/** The content types that a photo may be announced with; its bytes are asked later. */
export const PHOTO_CONTENT_TYPES = ["image/jpeg", "image/png", "image/webp", "image/avif"] as const;

/** What decides whether a contact may upload a photo now. */
export interface UploadingFacts {
  contentType: string;
  bytes: number;
  /** The studio's status, or null if there is none. */
  studioStatus: string | null;
  restricted: boolean;
}

export type UploadingRefusal =
  | "EMPTY_FILE"
  | "FILE_TOO_LARGE"
  | "HEIC_NOT_SUPPORTED"
  | "FORMAT_NOT_SUPPORTED"
  | "STUDIO_CLOSED"
  | "PROCESSING_RESTRICTED";

/** Why a contact may not upload this, or null if they may. */
export function refuseUploading({
  contentType,
  bytes,
  studioStatus,
  restricted,
}: UploadingFacts): UploadingRefusal | null {
  if (restricted) return "PROCESSING_RESTRICTED";
  if (studioStatus !== "published") return "STUDIO_CLOSED";
  if (/^image\/hei[cf]$/.test(contentType)) return "HEIC_NOT_SUPPORTED";
  if (!PHOTO_CONTENT_TYPES.some((type) => type === contentType)) return "FORMAT_NOT_SUPPORTED";
  if (bytes <= 0) return "EMPTY_FILE";
  return bytes > MAX_IMAGE_BYTES ? "FILE_TOO_LARGE" : null;
}

/** How often processing may begin before a photo is given up: whatever stops it again and again is in the photo. */
export const MAX_ATTEMPTS = 5;

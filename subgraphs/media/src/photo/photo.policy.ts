import { MAX_IMAGE_BYTES } from "../imaging/inspect-image.js";
import { allows } from "../submission/submission.policy.js";
import type { SubmissionStatus } from "../submission/submission.values.js";

/** The content types that a photo may be announced with; its bytes are asked later. */
export const PHOTO_CONTENT_TYPES = ["image/jpeg", "image/png", "image/webp", "image/avif"] as const;

/** What decides whether a contact may upload a photo now. */
export interface UploadingFacts {
  contentType: string;
  bytes: number;
  /** The announced SHA-256, or null if none was announced. */
  sha256: string | null;
  /** Whether the studio takes photos now. */
  studioOpen: boolean;
  restricted: boolean;
}

export type UploadingRefusal =
  | "EMPTY_FILE"
  | "FILE_TOO_LARGE"
  | "HEIC_NOT_SUPPORTED"
  | "FORMAT_NOT_SUPPORTED"
  | "CHECKSUM_INVALID"
  | "STUDIO_CLOSED"
  | "PROCESSING_RESTRICTED"
  | "TOO_MANY_OPEN_UPLOADS"
  | ShotRefusal;

export type ShotRefusal = "SUBMISSION_CLOSED" | "SUBMISSION_BEING_REMOVED" | "TOO_MANY_SHOTS";

/** Why a contact may not upload this, or null if they may. */
export function refuseUploading({
  contentType,
  bytes,
  sha256,
  studioOpen,
  restricted,
}: UploadingFacts): UploadingRefusal | null {
  if (restricted) return "PROCESSING_RESTRICTED";
  if (!studioOpen) return "STUDIO_CLOSED";
  if (/^image\/hei[cf]$/.test(contentType)) return "HEIC_NOT_SUPPORTED";
  if (!PHOTO_CONTENT_TYPES.some((type) => type === contentType)) return "FORMAT_NOT_SUPPORTED";
  if (sha256 !== null && !/^[0-9a-f]{64}$/.test(sha256)) return "CHECKSUM_INVALID";
  if (bytes <= 0) return "EMPTY_FILE";
  return bytes > MAX_IMAGE_BYTES ? "FILE_TOO_LARGE" : null;
}

/** What a person can do who uploaded a photo before. @param refused whether the studio asked for another instead */
export function whatToDoInstead(refused: boolean): string {
  return refused
    ? "You have uploaded this very photo before, and the studio asked for another one. Take another photo."
    : "You have uploaded this very photo before. Go on with that one.";
}

/** How many submissions of one contact may wait for their first photo, in one studio. */
export const MAX_OPEN_UPLOADS = 10;

/** How many shots a contact may take for one submission. */
const MAX_SHOTS = 10;

/** What decides whether a submission takes a further shot. */
export interface ShotFacts {
  status: SubmissionStatus;
  /** How many it has. */
  shots: number;
  /** Whether its removal was confirmed: that is of exactly what was shown (P13). */
  beingRemoved: boolean;
}

/** Why a submission takes no further shot, or null if it does. */
export function refuseShot({ status, shots, beingRemoved }: ShotFacts): ShotRefusal | null {
  if (!allows(status, "add_shot")) return "SUBMISSION_CLOSED";
  if (beingRemoved) return "SUBMISSION_BEING_REMOVED";
  return shots >= MAX_SHOTS ? "TOO_MANY_SHOTS" : null;
}

/** How often processing may begin before a photo is given up: whatever stops it again and again is in the photo. */
export const MAX_ATTEMPTS = 5;

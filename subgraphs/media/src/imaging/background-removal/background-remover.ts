import type { Raster } from "../raster.js";

/** How much each pixel belongs to the person: 0 is background, 255 is person. Row by row, one byte each. */
export interface SubjectMask {
  readonly width: number;
  readonly height: number;
  readonly alpha: Uint8Array;
  /** What made it. Changes whenever the same picture could give another mask. */
  readonly removerVersion: string;
}

/**
 * Tells a person from the background. It receives oriented pixels and no metadata, so nothing
 * about place, time or device can reach it, and it keeps nothing once it has answered (P14).
 * The mask may be smaller than the picture. Throws `BackgroundRemovalFailed`.
 */
export interface BackgroundRemover {
  removeBackground(picture: Raster): Promise<SubjectMask>;
  close(): Promise<void>;
}

export type BackgroundRemovalFailure =
  | "CRASHED"
  | "TIMED_OUT"
  | "BUSY"
  | "CLOSED"
  | "UNREACHABLE"
  | "REFUSED"
  | "UNUSABLE";

const MESSAGES: Record<BackgroundRemovalFailure, string> = {
  CRASHED: "Background removal stopped unexpectedly.",
  TIMED_OUT: "Background removal took too long.",
  BUSY: "Too many pictures are waiting for background removal.",
  CLOSED: "Background removal is shut down.",
  UNREACHABLE: "The background removal service is away or out of order.",
  REFUSED: "The background removal service does not accept the request or the key.",
  UNUSABLE: "The background removal service answered with something that is no mask of the picture.",
};

/** All but `CLOSED` are worth another try later. */
export class BackgroundRemovalFailed extends Error {
  constructor(
    readonly code: BackgroundRemovalFailure,
    options?: ErrorOptions,
  ) {
    super(MESSAGES[code], options);
  }
}

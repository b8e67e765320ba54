import { hourMs } from "@studio/kit/clock.js";

/** The queue of uploads that are looked at once their time is over. */
export const PURGE_UPLOAD = "purge-upload";

/** How long an upload may take before what came in of it is removed (P26). */
export const UPLOAD_KEPT_MS = 24 * hourMs;

export interface PurgeUploadJob {
  accountId: string;
  photoId: string;
}

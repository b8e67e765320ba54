/** The queue of uploaded originals that wait to be edited. */
export const PROCESS_PHOTO = "process-photo";

export interface ProcessPhotoJob {
  accountId: string;
  photoId: string;
  /** The upload's request, under which the outcome appears in the audit trail. */
  requestId: string;
}

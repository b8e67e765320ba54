/** Events of a writer are numbered from 1; the number travels as the photo's id, which the graph passes on as it is. */
export function numbered(number: number): string {
  return `00000000-0000-8000-8000-${number.toString(16).padStart(12, "0")}`;
}

/** One event as a consumer handled it. */
export interface Told {
  id: string;
  submissionId: string;
  photoId: string;
}
